package dev.kspm.rego.internal.plan;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.AstText;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.internal.compiler.CompiledRule;
import dev.kspm.rego.internal.compiler.DependencyGraph;
import dev.kspm.rego.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the value of a rule set depends on, directly or through other rules: the input, places of
 * {@code data}, functions and builtins. Complete when handed out; then only read.
 */
public final class Dependencies {
  private boolean input;
  private final Set<List<Value>> data = new HashSet<>();
  private final Set<String> calls = new HashSet<>();

  private Dependencies() {}

  /** The dependencies of a rule set. */
  public static Dependencies of(RuleSet rules, DocumentTree tree) {
    Dependencies found = new Dependencies();
    found.data.add(rules.path());
    Set<CompiledRule> seen = new HashSet<>();
    for (Definition definition : rules.definitions()) {
      found.add(definition, tree.graph(), seen);
    }
    for (Definition definition : rules.defaults()) {
      found.add(definition, tree.graph(), seen);
    }
    return found;
  }

  private void add(Definition definition, DependencyGraph graph, Set<CompiledRule> seen) {
    for (CompiledRule reached : graph.reach(definition.compiled())) {
      if (seen.add(reached)) {
        add(reached, graph.of(reached));
      }
    }
  }

  private void add(CompiledRule rule, DependencyGraph.Uses uses) {
    Ref place = new Ref(rule.ref().parts().subList(0, rule.groundSize()), Span.NONE);
    data.add(DocumentTree.constants(place.parts()));
    if (rule.isFunction()) {
      calls.add(AstText.of(place));
    }
    calls.addAll(uses.builtins());
    for (Ref document : uses.documents()) {
      if (document.head() instanceof Var root && root.name().equals("input")) {
        input = true;
      } else {
        data.add(DocumentTree.constants(document.parts()));
      }
    }
  }

  /** Whether any of some functions or builtins may be called. */
  public boolean call(Set<String> names) {
    return names.stream().anyMatch(calls::contains);
  }

  /** Whether evaluation may print, so that how often it happens is seen. */
  public boolean print() {
    return calls.contains("internal.print");
  }

  /** Whether any of some changes can be seen. */
  public boolean meet(
      boolean changedInput, List<List<Value>> changedData, Set<String> changedFunctions) {
    if (changedInput && input) {
      return true;
    }
    for (String name : changedFunctions) {
      if (calls.contains(name)) {
        return true;
      }
    }
    for (List<Value> changed : changedData) {
      for (List<Value> read : data) {
        int n = Math.min(changed.size(), read.size());
        if (changed.subList(0, n).equals(read.subList(0, n))) {
          return true;
        }
      }
    }
    return false;
  }
}

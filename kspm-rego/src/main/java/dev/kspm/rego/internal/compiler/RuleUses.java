package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.With;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Finds what rules and queries use. */
final class RuleUses {
  private final RuleTree tree;

  RuleUses(RuleTree tree) {
    this.tree = tree;
  }

  DependencyGraph graph(Iterable<CompiledRule> rules) {
    Map<CompiledRule, DependencyGraph.Uses> uses = new IdentityHashMap<>();
    for (CompiledRule rule : rules) {
      uses.put(rule, of(walker -> walker.rule(rule.rule())));
    }
    return new DependencyGraph(uses);
  }

  DependencyGraph.Uses of(Body body) {
    return of(walker -> walker.body(body));
  }

  DependencyGraph.Uses of(Rule link) {
    return of(
        walker -> {
          walker.head(link.head());
          walker.body(link.body());
        });
  }

  private DependencyGraph.Uses of(Consumer<TreeWalker> walk) {
    Collector collector = new Collector();
    walk.accept(collector);
    return new DependencyGraph.Uses(
        collector.rules, collector.documents, collector.builtins, collector.replaced);
  }

  /** The rules that a reference into {@code data} may reach. */
  Set<CompiledRule> reached(Ref ref) {
    Set<CompiledRule> found = new LinkedHashSet<>();
    reach(tree, ref, 1, true, found);
    return found;
  }

  /**
   * Adds the rules that a reference may reach.
   *
   * @param exact whether rules are left out whose operands after the first unknown one cannot match
   */
  private void reach(RuleTree node, Ref ref, int at, boolean exact, Set<CompiledRule> found) {
    for (CompiledRule rule : node.rules()) {
      if (!exact || matches(rule, ref, at)) {
        found.add(rule);
      }
    }
    if (at == ref.size()) {
      node.children().values().forEach(child -> found.addAll(child.allRules()));
      return;
    }
    Value key = Terms.constant(ref.operand(at));
    if (key != null) {
      RuleTree child = node.child(key);
      if (child != null) {
        reach(child, ref, at + 1, exact, found);
      }
    } else {
      node.children().values().forEach(child -> reach(child, ref, at + 1, exact, found));
    }
  }

  /** Whether the dynamic operands of a rule's reference allow the constants of this one. */
  private static boolean matches(CompiledRule rule, Ref ref, int at) {
    List<Term> operands = rule.dynamicOperands();
    for (int i = 0; i < operands.size() && at + i < ref.size(); i++) {
      if (operands.get(i) instanceof Scalar a
          && ref.operand(at + i) instanceof Scalar b
          && !a.value().equals(b.value())) {
        return false;
      }
    }
    return true;
  }

  private final class Collector extends TreeWalker {
    final Set<CompiledRule> rules = new LinkedHashSet<>();
    final List<Ref> documents = new ArrayList<>();
    final Set<String> builtins = new TreeSet<>();
    final List<Ref> replaced = new ArrayList<>();

    @Override
    void operator(Ref operator) {
      if (Refs.startsWithData(operator)) {
        reference(operator);
      } else {
        builtins.add(Refs.name(operator));
      }
    }

    @Override
    void with(With with) {
      if (with.target() instanceof Ref target) {
        replaced.add(target);
      }
      if (with.value() instanceof Ref function) {
        operator(function);
      } else {
        term(with.value());
      }
    }

    @Override
    void term(Term term) {
      if (term instanceof Ref ref) {
        reference(ref);
      }
      children(term);
    }

    private void reference(Ref ref) {
      String root = Refs.root(ref);
      if (root == null || !Refs.isRootDocument(root)) {
        return;
      }
      int constant = 1;
      while (constant < ref.size() && ref.operand(constant) instanceof Scalar) {
        constant++;
      }
      documents.add(Refs.prefix(ref, constant));
      if (root.equals("data")) {
        // Types are found in the order of these, and OPA looks at constants in front only.
        reach(tree, ref, 1, false, rules);
      }
    }
  }
}

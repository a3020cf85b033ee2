package dev.kspm.rego.internal.plan;

import dev.kspm.rego.internal.ast.AstText;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    Set<RuleSet> seen = new HashSet<>(List.of(rules));
    Deque<RuleSet> waiting = new ArrayDeque<>(seen);
    found.data.add(rules.path());
    while (!waiting.isEmpty()) {
      for (RuleSet next : found.scan(waiting.remove(), tree)) {
        if (seen.add(next)) {
          waiting.add(next);
        }
      }
    }
    return found;
  }

  private List<RuleSet> scan(RuleSet rules, DocumentTree tree) {
    List<RuleSet> next = new ArrayList<>();
    List<Definition> all = new ArrayList<>(rules.definitions());
    all.addAll(rules.defaults());
    for (Definition definition : all) {
      for (Rule link = definition.rule(); link != null; link = link.elseRule()) {
        TermVisitor.visit(
            link, term -> reference(term, tree, next), expr -> calls(expr, tree, next));
      }
    }
    return next;
  }

  private void calls(Expr expr, DocumentTree tree, List<RuleSet> next) {
    if (expr.form() instanceof Expr.CallForm call) {
      call(call.name(), tree, next);
    }
    expr.withs().forEach(with -> call(AstText.of(with.value()), tree, next));
  }

  private void call(String name, DocumentTree tree, List<RuleSet> next) {
    calls.add(name);
    RuleSet function = tree.function(name);
    if (function != null) {
      next.add(function);
    }
  }

  private void reference(Term term, DocumentTree tree, List<RuleSet> next) {
    if (term instanceof Var v && v.name().equals("input")) {
      input = true;
    } else if (term instanceof Ref ref && ref.head() instanceof Var v && v.name().equals("data")) {
      List<Value> path = new ArrayList<>();
      DocumentNode node = tree.root();
      for (Term part : ref.parts().subList(1, ref.size())) {
        if (!(part instanceof Scalar s)) {
          break;
        }
        path.add(s.value());
        DocumentNode child = node == null ? null : node.child(s.value());
        if (child != null && child.rules() != null) {
          next.add(child.rules());
          node = null;
          break;
        }
        node = child;
      }
      data.add(path);
      if (node != null) {
        below(node, next);
      }
    }
  }

  private static void below(DocumentNode node, List<RuleSet> next) {
    if (node.rules() != null) {
      next.add(node.rules());
    }
    node.children().values().forEach(child -> below(child, next));
  }

  /** Whether any of some functions or builtins may be called. */
  public boolean call(Set<String> names) {
    return names.stream().anyMatch(calls::contains);
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

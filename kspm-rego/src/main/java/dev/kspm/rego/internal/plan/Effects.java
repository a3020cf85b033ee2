package dev.kspm.rego.internal.plan;

import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.ObjectComprehension;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.internal.compiler.TreeWalker;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What can be noticed of an expression besides its value: errors and printed lines. Where there is
 * none, it does not matter whether or how often it is evaluated.
 */
final class Effects {
  private static final String PRINT = "internal.print";
  private static final Set<String> PURE =
      Set.of(
          "eq", "equal", "neq", "lt", "lte", "gt", "gte", "internal.member_2", "internal.member_3");

  private Effects() {}

  /** Whether evaluating it can end in an error or print. */
  static boolean in(Expr expr, DocumentTree tree) {
    boolean[] found = {false};
    TreeWalker.visit(
        expr,
        term ->
            found[0] |=
                term instanceof ObjectComprehension
                    || term instanceof Ref ref && reachesRules(ref, tree),
        inner ->
            found[0] |= inner.form() instanceof Expr.CallForm call && !PURE.contains(call.name()));
    return found[0];
  }

  static boolean isPrint(Expr expr) {
    return expr.form() instanceof Expr.CallForm call && call.name().equals(PRINT);
  }

  /** Whether it prints itself or in a body of its own, comprehensions not counted. */
  static boolean printsHere(Expr expr) {
    if (isPrint(expr)) {
      return true;
    }
    Expr.Form form = expr.form();
    boolean[] found = {false};
    if (form instanceof Expr.Every
        || form instanceof Expr.Negation
        || form instanceof Expr.Logical) {
      TreeWalker.visit(expr, term -> {}, inner -> found[0] |= isPrint(inner));
    }
    return found[0];
  }

  static boolean reachesRules(Ref ref, DocumentTree tree) {
    if (!(ref.head() instanceof Var v && v.name().equals("data"))) {
      return false;
    }
    List<Value> path = new ArrayList<>();
    for (Term part : ref.parts().subList(1, ref.size())) {
      if (!(part instanceof Scalar s)) {
        break;
      }
      path.add(s.value());
    }
    return isVirtual(tree, path);
  }

  /** Whether a rule stands on a path or below it. */
  static boolean isVirtual(DocumentTree tree, List<Value> path) {
    DocumentNode node = tree.root();
    for (Value key : path) {
      DocumentNode child = node.child(key);
      if (child == null) {
        return false;
      } else if (child.rules() != null) {
        return true;
      }
      node = child;
    }
    return true;
  }
}

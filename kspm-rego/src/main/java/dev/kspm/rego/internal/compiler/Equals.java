package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Var;

/** Turns {@code ==} and {@code :=} into {@code =}: from here on order alone decides what binds. */
final class Equals extends TreeRewriter {
  @Override
  Expr.Form form(Expr.Form form) {
    Expr.Form rewritten = super.form(form);
    return rewritten instanceof Expr.CallForm c && c.args().size() == 2 ? equality(c) : rewritten;
  }

  private static Expr.CallForm equality(Expr.CallForm call) {
    Ref operator = call.operator();
    if (operator.size() == 1
        && operator.head() instanceof Var v
        && (v.name().equals("equal") || v.name().equals("assign"))) {
      return new Expr.CallForm(Refs.of("eq", operator.span()), call.args());
    }
    return call;
  }
}

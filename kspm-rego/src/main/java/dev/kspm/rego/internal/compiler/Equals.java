package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Var;
import java.util.Set;

/** Turns {@code ==} and {@code :=} into {@code =}: from here on order alone decides what binds. */
final class Equals extends TreeRewriter {
  private final Set<String> names;

  private Equals(Set<String> names) {
    this.names = names;
  }

  static Equals all() {
    return new Equals(Set.of("equal", "assign"));
  }

  /** Leaves {@code ==} alone, as the type checker wants it in queries. */
  static Equals assignments() {
    return new Equals(Set.of("assign"));
  }

  @Override
  Expr.Form form(Expr.Form form) {
    Expr.Form rewritten = super.form(form);
    return rewritten instanceof Expr.CallForm c && c.args().size() == 2 ? equality(c) : rewritten;
  }

  private Expr.CallForm equality(Expr.CallForm call) {
    Ref operator = call.operator();
    if (operator.size() == 1 && operator.head() instanceof Var v && names.contains(v.name())) {
      return new Expr.CallForm(Refs.of("eq", operator.span()), call.args());
    }
    return call;
  }
}

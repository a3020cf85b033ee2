package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.value.BooleanValue;
import java.util.ArrayList;
import java.util.List;

/** Ways to make bodies. */
final class Bodies {
  private Bodies() {}

  /**
   * A body with more at its end; a body that is only {@code true} gives way, in OPA even a negated
   * one.
   */
  static Body append(Body body, List<Expr> more) {
    if (more.isEmpty()) {
      return body;
    }
    List<Expr> exprs = new ArrayList<>();
    if (!isTrue(body)) {
      exprs.addAll(body.exprs());
    }
    exprs.addAll(more);
    return new Body(exprs, body.span());
  }

  private static boolean isTrue(Body body) {
    return body.exprs().size() == 1
        && body.exprs().get(0).form() instanceof Expr.TermForm t
        && t.term() instanceof Scalar s
        && s.value().equals(BooleanValue.TRUE);
  }
}

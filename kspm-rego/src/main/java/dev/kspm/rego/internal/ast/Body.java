package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;
import java.util.List;

/**
 * Expressions that must all succeed, in the order in which they were written or, after the safety
 * pass, in which they run.
 */
public record Body(List<Expr> exprs, Span span) implements Node {
  public Body {
    exprs = List.copyOf(exprs);
  }

  @Override
  public String toString() {
    return AstText.of(this);
  }
}

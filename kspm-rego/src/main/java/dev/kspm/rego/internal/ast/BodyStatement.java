package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;

/** A query. */
public record BodyStatement(Body body) implements Statement {
  @Override
  public Span span() {
    return body.span();
  }
}

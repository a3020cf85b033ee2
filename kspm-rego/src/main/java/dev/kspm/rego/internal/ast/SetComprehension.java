package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;

/** {@code {term | body}}. */
public record SetComprehension(Term term, Body body, Span span) implements Term {
  @Override
  public String toString() {
    return AstText.of(this);
  }
}

package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;

/** {@code {key: value | body}}. */
public record ObjectComprehension(Term key, Term value, Body body, Span span) implements Term {
  @Override
  public String toString() {
    return AstText.of(this);
  }
}

package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;

/** {@code with target as value}; the target is a {@link Ref} or {@link Var}. */
public record With(Term target, Term value, Span span) implements Node {
  @Override
  public String toString() {
    return AstText.of(this);
  }
}

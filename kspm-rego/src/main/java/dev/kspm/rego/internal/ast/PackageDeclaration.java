package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;

/** {@code package a.b}; the path begins with {@code data}. */
public record PackageDeclaration(Ref path, Span span) implements Statement {
  @Override
  public String toString() {
    return AstText.of(this);
  }
}

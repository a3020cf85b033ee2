package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;

/**
 * A variable, also the head of a reference ({@code data}, {@code input}, a rule, an import, a
 * local). The parser names wildcards {@code $0}, {@code $1} …, unique in a module.
 */
public record Var(String name, Span span) implements Term {
  public static final String WILDCARD_PREFIX = "$";

  public boolean isWildcard() {
    return name.startsWith(WILDCARD_PREFIX);
  }

  @Override
  public String toString() {
    return AstText.of(this);
  }
}

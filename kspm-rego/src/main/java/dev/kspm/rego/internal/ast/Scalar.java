package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.value.Value;

/**
 * A null, boolean, number or string; numbers keep their text. After constant folding any ground
 * value.
 */
public record Scalar(Value value, Span span) implements Term {
  @Override
  public String toString() {
    return AstText.of(this);
  }
}

package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;
import java.util.List;

/**
 * A reference: a head (a {@link Var}, or a composite or call term) and operands, at least the head.
 * {@code a.b[c]} is {@code [Var a, Scalar "b", Var c]}.
 */
public record Ref(List<Term> parts, Span span) implements Term {
  public Ref {
    parts = List.copyOf(parts);
  }

  public Term head() {
    return parts.get(0);
  }

  public Term operand(int i) {
    return parts.get(i);
  }

  public int size() {
    return parts.size();
  }

  @Override
  public String toString() {
    return AstText.of(this);
  }
}

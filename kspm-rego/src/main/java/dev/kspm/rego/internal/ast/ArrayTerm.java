package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;
import java.util.List;

/** An array of terms. */
public record ArrayTerm(List<Term> elements, Span span) implements Term {
  public ArrayTerm {
    elements = List.copyOf(elements);
  }

  @Override
  public String toString() {
    return AstText.of(this);
  }
}

package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;
import java.util.List;

/** A set of terms, in the order in which they were written. */
public record SetTerm(List<Term> elements, Span span) implements Term {
  public SetTerm {
    elements = List.copyOf(elements);
  }

  @Override
  public String toString() {
    return AstText.of(this);
  }
}

package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;
import java.util.List;

/** An object of terms, in the order in which its members were written. */
public record ObjectTerm(List<Member> members, Span span) implements Term {
  public ObjectTerm {
    members = List.copyOf(members);
  }

  /** A key and its value. */
  public record Member(Term key, Term value) {}

  @Override
  public String toString() {
    return AstText.of(this);
  }
}

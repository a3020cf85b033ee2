package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;
import java.util.List;

/**
 * A call as a term, such as {@code count(x)} or {@code x + 1}; infix operators are calls of their
 * builtin ({@code plus}).
 */
public record Call(Ref operator, List<Term> args, Span span) implements Term {
  public Call {
    args = List.copyOf(args);
  }

  @Override
  public String toString() {
    return AstText.of(this);
  }
}

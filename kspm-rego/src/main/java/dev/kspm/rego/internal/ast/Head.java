package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule defines.
 *
 * @param ref the name as a reference, at least one part; {@code p[x]} of a partial set in v0 keeps
 *     only {@code p} here
 * @param args parameters, {@code null} for a rule that is not a function
 * @param key the element of a partial set ({@code contains}, or v0's {@code p[x]}), or the key of a
 *     v0 partial object; {@code null} otherwise
 * @param value the value; {@code null} for a partial set
 * @param name the name that OPA's JSON still carries for rules that could be written before heads
 *     were references; nothing else looks at it
 * @param assign whether the value was written with {@code :=}
 */
public record Head(
    @Nullable String name,
    Ref ref,
    @Nullable List<Term> args,
    @Nullable Term key,
    @Nullable Term value,
    boolean assign,
    Span span)
    implements Node {
  public Head {
    args = args == null ? null : List.copyOf(args);
  }

  /** A head whose name is its only part, if it has no more. */
  public Head(
      Ref ref,
      @Nullable List<Term> args,
      @Nullable Term key,
      @Nullable Term value,
      boolean assign,
      Span span) {
    this(
        ref.size() == 1 && ref.head() instanceof Var v ? v.name() : null,
        ref,
        args,
        key,
        value,
        assign,
        span);
  }

  /** This head with the first part of its reference as the name. */
  public Head named() {
    String first = ref.head() instanceof Var v ? v.name() : null;
    return new Head(first, ref, args, key, value, assign, span);
  }

  /** Whether this is the head of a set, one element for each result. */
  public boolean isPartialSet() {
    return key != null && value == null;
  }

  @Override
  public String toString() {
    return AstText.of(this);
  }
}

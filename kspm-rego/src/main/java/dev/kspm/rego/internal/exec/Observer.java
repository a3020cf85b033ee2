package dev.kspm.rego.internal.exec;

import dev.kspm.rego.diagnostic.Span;

/** Follows an evaluation of code that was linked to be observed. Belongs to one session. */
public interface Observer {
  /** A body begins: of the query, a rule, a comprehension, a negation or the like. */
  default void bodyBegins() {}

  /** An expression of the innermost body is about to run. */
  default void expression(Span span) {}

  /** A rule or function gave a value. */
  default void yields(Span head) {}

  /** The innermost body has ended without an error. */
  default void bodyEnds() {}
}

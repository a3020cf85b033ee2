package dev.kspm.rego;

import dev.kspm.rego.diagnostic.Span;

/**
 * Follows the evaluations of a session; called on the session's thread. An evaluation that is
 * followed is slower.
 */
public interface EvaluationListener {
  /** A body begins: of the query, a rule, a comprehension, a negation or the like. */
  default void bodyBegins() {}

  /** An expression of the innermost body is about to run; an expression in a loop runs often. */
  default void expression(Span span) {}

  /** A rule or function gave a value. */
  default void ruleValue(Span head) {}

  /** The innermost body has ended; not called when an error ends the evaluation. */
  default void bodyEnds() {}
}

package dev.kspm.rego;

/**
 * Follows the evaluations of a session; called on the session's thread. An evaluation that is
 * followed is slower.
 */
@FunctionalInterface
public interface EvaluationListener {
  /** Something happened. */
  void event(EvaluationEvent event);

  /** Whether events are to carry the values of variables; faster without. */
  default boolean wantsVariables() {
    return false;
  }
}

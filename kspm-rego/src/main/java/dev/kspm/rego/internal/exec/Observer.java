package dev.kspm.rego.internal.exec;

/** Follows an evaluation of code that was linked to be observed. Belongs to one session. */
public interface Observer {
  /** Something happened. What is told must be copied: variables change. */
  void event(Observation observation);

  /** An error was found; what is told from now on is how the evaluation is left. */
  default void broken() {}
}

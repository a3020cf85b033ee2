package dev.kspm.rego.testing;

/** How a test ended. */
public enum Outcome {
  /** The rule is {@code true}, and so is each of its cases. */
  PASS,
  /** The rule is undefined or anything but {@code true}. */
  FAIL,
  /** The rule's name starts with {@code todo_}, so it was not evaluated. */
  SKIPPED,
  /** The evaluation ended with an error. */
  ERROR
}

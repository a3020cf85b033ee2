package dev.kspm.rego.testing;

/** How much of an evaluation is told. */
public enum Explanation {
  /** Nothing. */
  OFF,
  /** What policies note, and how they came to it. */
  NOTES,
  /** What failed, and how it came to it. */
  FAILS,
  /** Everything. */
  FULL,
  /** Everything, unifications included. */
  DEBUG
}

package dev.kspm.framework;

/** How much of a control its rules decide. */
public enum Decided {
  /** All of it. */
  AUTOMATIC,
  /** Some; the rest is for a person to attest. */
  PARTLY,
  /** Nothing. */
  MANUAL
}

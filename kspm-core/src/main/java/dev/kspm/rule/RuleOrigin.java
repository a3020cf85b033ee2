package dev.kspm.rule;

/** Where a rule comes from. */
public enum RuleOrigin {
  /** From a pack that a jar brings. */
  BUILT_IN,
  /** From somebody's folder. */
  CUSTOM,
  /** A changed copy of another rule. */
  CLONED
}

package dev.kspm.evaluation;

/** What a rule says of a resource. */
public enum Verdict {
  PASS,
  FAIL,
  /** The rule does not apply. */
  SKIP,
  /** Missing data or an error of the rule keeps the question open. */
  UNKNOWN;

  /** Whether this becomes a finding: PASS and FAIL do. */
  public boolean isFinding() {
    return this == PASS || this == FAIL;
  }

  /** Of evaluations of one rule that share a resource key, the one that wins is the greatest. */
  int strength() {
    return switch (this) {
      case FAIL -> 3;
      case UNKNOWN -> 2;
      case PASS -> 1;
      case SKIP -> 0;
    };
  }
}

package dev.kspm.evaluation;

import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /** The verdict that a rule's word stands for; UNKNOWN is none that a rule could give. */
  static Optional<Verdict> ofWord(@Nullable Value word) {
    if (word instanceof StringValue text) {
      return switch (text.value()) {
        case "pass" -> Optional.of(PASS);
        case "fail" -> Optional.of(FAIL);
        case "skip" -> Optional.of(SKIP);
        default -> Optional.empty();
      };
    }
    return Optional.empty();
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

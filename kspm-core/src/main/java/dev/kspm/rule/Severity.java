package dev.kspm.rule;

import java.util.Locale;
import java.util.Optional;

/** How bad a failure of a rule is, from the least to the worst. */
public enum Severity {
  INFO(0),
  LOW(1),
  MEDIUM(2),
  HIGH(3),
  CRITICAL(4);

  private final int value;

  Severity(int value) {
    this.value = value;
  }

  /** The number that findings carry, from 0 to 4. */
  public int value() {
    return value;
  }

  /** The name in rule files and findings: lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity of a text, whatever its case; empty when it is none. */
  public static Optional<Severity> of(String text) {
    for (Severity severity : values()) {
      if (severity.name().equalsIgnoreCase(text)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }

  /** Whether this is as bad as another or worse. */
  public boolean atLeast(Severity other) {
    return compareTo(other) >= 0;
  }
}

package dev.kspm.score;

import dev.kspm.rule.Severity;
import java.util.Map;

/**
 * How much a rule counts by its severity. Immutable and thread-safe.
 *
 * @param weights one for each severity, none negative
 */
public record SeverityWeights(Map<Severity, Fraction> weights) {
  /** The line from low 1 to critical 5: medium 7/3, high 11/3; info counts nothing. */
  public static final SeverityWeights DEFAULT =
      new SeverityWeights(
          Map.of(
              Severity.INFO, Fraction.ZERO,
              Severity.LOW, Fraction.ONE,
              Severity.MEDIUM, Fraction.of(7, 3),
              Severity.HIGH, Fraction.of(11, 3),
              Severity.CRITICAL, Fraction.of(5, 1)));

  /**
   * Checks the weights.
   *
   * @throws IllegalArgumentException if a severity has no weight or a negative one
   */
  public SeverityWeights {
    weights = Map.copyOf(weights);
    for (Severity severity : Severity.values()) {
      Fraction weight = weights.get(severity);
      if (weight == null || weight.compareTo(Fraction.ZERO) < 0) {
        throw new IllegalArgumentException("weight of " + severity.text() + ": " + weight);
      }
    }
  }

  /** The weight of a severity. */
  public Fraction of(Severity severity) {
    return weights.getOrDefault(severity, Fraction.ZERO);
  }
}

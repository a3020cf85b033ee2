package dev.kspm.rego.policy;

import java.time.Duration;

/**
 * How much one session may cost. Immutable and thread-safe.
 *
 * @param steps loop rounds, calls and builtin work units
 * @param deadline wall time of one query or call
 * @param cells elements of arrays, sets and objects built, and units of 64 bytes of text built,
 *     intermediate values included
 * @param depth nesting of calls and of values
 * @param regexSize length of a regular expression or glob pattern in characters
 */
public record EvaluationLimits(
    long steps, Duration deadline, long cells, int depth, int regexSize) {
  /**
   * 100 million steps, 30 seconds, 50 million cells, depth 10,000, patterns of 10,000 characters.
   */
  public static final EvaluationLimits DEFAULT =
      new EvaluationLimits(100_000_000L, Duration.ofSeconds(30), 50_000_000L, 10_000, 10_000);

  public EvaluationLimits withDeadline(Duration wanted) {
    return new EvaluationLimits(steps, wanted, cells, depth, regexSize);
  }

  public EvaluationLimits withSteps(long wanted) {
    return new EvaluationLimits(wanted, deadline, cells, depth, regexSize);
  }

  public EvaluationLimits withCells(long wanted) {
    return new EvaluationLimits(steps, deadline, wanted, depth, regexSize);
  }
}

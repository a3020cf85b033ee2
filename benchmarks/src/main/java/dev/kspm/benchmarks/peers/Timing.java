package dev.kspm.benchmarks.peers;

import java.util.Collection;

/**
 * The rounds of one engine on one workload, as nanoseconds of one evaluation.
 *
 * @param median of the rounds
 * @param lowest of the rounds
 * @param highest of the rounds
 */
record Timing(double median, double lowest, double highest) {
  static Timing of(Collection<Double> rounds) {
    double[] sorted = rounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Timing(median, sorted[0], sorted[sorted.length - 1]);
  }

  /** How far the rounds lie apart, as a fraction of the median. */
  double spread() {
    return (highest - lowest) / median;
  }
}

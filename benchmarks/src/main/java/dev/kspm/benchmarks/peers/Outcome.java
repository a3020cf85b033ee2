package dev.kspm.benchmarks.peers;

import java.util.Map;

/**
 * What came of one workload.
 *
 * @param timings by the names of the engines that could do it; none when answers differ
 * @param unable reasons by the names of the engines that could not
 * @param loadNanos by engine: reading, compiling, preparing, without the start of the process
 */
record Outcome(
    String workload,
    Map<String, Timing> timings,
    Map<String, String> unable,
    Map<String, Long> loadNanos) {
  Outcome {
    timings = Map.copyOf(timings);
    unable = Map.copyOf(unable);
    loadNanos = Map.copyOf(loadNanos);
  }
}

package dev.kspm.cli.rego;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** How long the stages of a run took, by opa's names of them. */
final class Stopwatch {
  private final Map<String, List<Long>> times = new TreeMap<>();

  <T> T time(String name, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      times.computeIfAbsent(name, n -> new ArrayList<>()).add(System.nanoTime() - start);
    }
  }

  /** Nanoseconds of each stage, several runs of one added up. */
  Map<String, Long> totals() {
    Map<String, Long> totals = new TreeMap<>();
    times.forEach((name, all) -> totals.put(name, all.stream().mapToLong(Long::longValue).sum()));
    return totals;
  }
}

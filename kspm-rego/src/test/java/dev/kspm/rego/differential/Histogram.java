package dev.kspm.rego.differential;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/** How often things occur in programs. */
final class Histogram {
  private final Map<String, Long> counts = new TreeMap<>();

  void add(Program program, Answers answers) {
    counts.merge("programs", 1L, Long::sum);
    answers
        .errors()
        .forEach(e -> counts.merge("error " + e.replaceAll("(?s):.*", ""), 1L, Long::sum));
    answers
        .queries()
        .forEach(
            q ->
                q.errors()
                    .forEach(
                        e -> counts.merge("error " + e.replaceAll("(?s):.*", ""), 1L, Long::sum)));
  }

  void print(PrintStream out) {
    counts.forEach((name, count) -> out.printf("%8d %s%n", count, name));
  }
}

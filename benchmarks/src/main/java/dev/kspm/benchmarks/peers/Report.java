package dev.kspm.benchmarks.peers;

import dev.kspm.rego.Json;
import dev.kspm.rego.value.Value;
import dev.kspm.rego.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The outcomes as a table in Markdown and as JSON. */
final class Report {
  private final List<String> engines;
  private final List<Outcome> outcomes;

  Report(List<String> engines, List<Outcome> outcomes) {
    this.engines = engines;
    this.outcomes = outcomes;
  }

  /**
   * How many times as long as ours an engine takes, or {@code null} when one of them has no time.
   */
  private static @Nullable Double ratio(Outcome outcome, String engine) {
    Timing ours = outcome.timings().get(Engine.OURS);
    Timing theirs = outcome.timings().get(engine);
    return ours == null || theirs == null ? null : theirs.median() / ours.median();
  }

  private static @Nullable Double ratioToBest(Outcome outcome) {
    Double lowest = null;
    for (String engine : outcome.timings().keySet()) {
      Double ratio = engine.equals(Engine.OURS) ? null : ratio(outcome, engine);
      lowest =
          ratio == null ? lowest : Double.valueOf(lowest == null ? ratio : Math.min(lowest, ratio));
    }
    return lowest;
  }

  private List<String> peers() {
    return engines.stream().filter(name -> !name.equals(Engine.OURS)).toList();
  }

  private List<Double> ratios(String engine) {
    List<Double> all = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      Double ratio = engine.equals("best peer") ? ratioToBest(outcome) : ratio(outcome, engine);
      if (ratio != null) {
        all.add(ratio);
      }
    }
    return all;
  }

  private static double geometricMean(List<Double> ratios) {
    return Math.exp(ratios.stream().mapToDouble(Math::log).average().orElse(Double.NaN));
  }

  /** Lines of a table: a workload's times, and how many times as long as ours each peer takes. */
  List<String> table() {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder("| workload |");
    StringBuilder rule = new StringBuilder("|---|");
    engines.forEach(name -> head.append(" ").append(name).append(" |"));
    peers().forEach(name -> head.append(" ").append(name).append(" / ours |"));
    head.append(" best peer / ours |");
    rule.append("---:|".repeat(engines.size() + peers().size() + 1));
    lines.add(head.toString());
    lines.add(rule.toString());
    outcomes.forEach(outcome -> lines.add(line(outcome)));
    StringBuilder means =
        new StringBuilder("| geometric mean |").append(" |".repeat(engines.size()));
    List<String> columns = new ArrayList<>(peers());
    columns.add("best peer");
    for (String column : columns) {
      List<Double> ratios = ratios(column);
      means.append(
          ratios.isEmpty()
              ? " n/a |"
              : String.format(
                  Locale.ROOT, " **%.2f** (n = %d) |", geometricMean(ratios), ratios.size()));
    }
    lines.add(means.toString());
    for (Outcome outcome : outcomes) {
      new TreeMap<>(outcome.unable())
          .forEach(
              (name, why) -> lines.add("n/a: " + outcome.workload() + ", " + name + ": " + why));
    }
    return lines;
  }

  private String line(Outcome outcome) {
    StringBuilder line = new StringBuilder("| ").append(outcome.workload()).append(" |");
    for (String engine : engines) {
      Timing timing = outcome.timings().get(engine);
      line.append(
          timing == null
              ? " n/a |"
              : " %s ± %.0f%% |".formatted(time(timing.median()), timing.spread() * 50));
    }
    for (String peer : peers()) {
      line.append(ratioCell(ratio(outcome, peer)));
    }
    return line.append(ratioCell(ratioToBest(outcome))).toString();
  }

  private static String ratioCell(@Nullable Double ratio) {
    return ratio == null ? " n/a |" : String.format(Locale.ROOT, " %.2f |", ratio);
  }

  private static String time(double nanos) {
    if (nanos < 1e3) {
      return String.format(Locale.ROOT, "%.0f ns", nanos);
    } else if (nanos < 1e6) {
      return String.format(Locale.ROOT, "%.2f µs", nanos / 1e3);
    }
    return String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
  }

  /** Everything that was measured. */
  String json(Map<String, ?> more) {
    List<Value> workloads = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      Map<String, Object> timings = new LinkedHashMap<>();
      outcome
          .timings()
          .forEach(
              (name, t) ->
                  timings.put(
                      name,
                      Map.of(
                          "median_ns", Math.round(t.median()),
                          "lowest_ns", Math.round(t.lowest()),
                          "highest_ns", Math.round(t.highest()))));
      workloads.add(
          Values.of(
              Map.of(
                  "workload", outcome.workload(),
                  "timings", timings,
                  "load_ns", outcome.loadNanos(),
                  "unable", outcome.unable())));
    }
    Map<String, Object> means = new LinkedHashMap<>();
    for (String peer : peers()) {
      List<Double> ratios = ratios(peer);
      if (!ratios.isEmpty()) {
        means.put(peer, Map.of("times_ours", geometricMean(ratios), "n", ratios.size()));
      }
    }
    Map<String, Object> all = new LinkedHashMap<>(more);
    all.put("workloads", workloads);
    all.put("geometric_means", means);
    return Json.write(Values.of(all));
  }
}

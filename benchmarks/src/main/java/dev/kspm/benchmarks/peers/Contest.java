package dev.kspm.benchmarks.peers;

import dev.kspm.rego.Json;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs one workload on all engines, in turns. */
final class Contest {
  private final List<Engine> engines;
  private final Pace pace;

  Contest(List<Engine> engines, Pace pace) {
    this.engines = engines;
    this.pace = pace;
  }

  /**
   * How long things are timed.
   *
   * @param slowRounds of an engine for which a round is too short to evaluate all inputs
   * @param warmUpMillis before the first round
   */
  record Pace(int rounds, int slowRounds, long roundMillis, long warmUpMillis) {
    static final Pace FULL = new Pace(11, 3, 500, 4000);
    static final Pace QUICK = new Pace(3, 1, 200, 1000);
  }

  /** The answers of two engines differ. */
  static final class Disagreement extends Exception {
    private static final long serialVersionUID = 1L;

    Disagreement(String message) {
      super(message);
    }
  }

  Outcome run(Workload workload, Path folder) throws IOException, Disagreement {
    Map<String, EngineProcess> ready = new LinkedHashMap<>();
    Map<String, String> unable = new LinkedHashMap<>();
    try {
      Map<String, List<@Nullable Value>> answers = new LinkedHashMap<>();
      Map<String, Long> loads = new LinkedHashMap<>();
      Map<String, Integer> rounds = new LinkedHashMap<>();
      for (Engine engine : engines) {
        try {
          EngineProcess process = EngineProcess.start(engine, folder);
          ready.put(engine.name(), process);
          answers.put(engine.name(), values(process.answers()));
          loads.put(engine.name(), process.loadNanos());
          double nanos = process.run(pace.warmUpMillis) * workload.inputs().size();
          boolean slow = nanos > pace.roundMillis * 4e6;
          rounds.put(engine.name(), slow ? pace.slowRounds : pace.rounds);
        } catch (EngineProcess.Unable e) {
          answers.remove(engine.name());
          unable.put(engine.name(), String.valueOf(e.getMessage()));
        }
      }
      compare(workload, answers);
      return new Outcome(workload.name(), time(ready, rounds, unable), unable, loads);
    } finally {
      for (EngineProcess process : ready.values()) {
        process.close();
      }
    }
  }

  private Map<String, Timing> time(
      Map<String, EngineProcess> ready, Map<String, Integer> wanted, Map<String, String> unable)
      throws IOException {
    Map<String, List<Double>> rounds = new LinkedHashMap<>();
    wanted.keySet().forEach(name -> rounds.put(name, new ArrayList<>()));
    for (int round = 0; round < pace.rounds; round++) {
      for (Map.Entry<String, List<Double>> engine : List.copyOf(rounds.entrySet())) {
        String name = engine.getKey();
        try {
          if (round < Objects.requireNonNull(wanted.get(name))) {
            EngineProcess process = Objects.requireNonNull(ready.get(name));
            engine.getValue().add(process.run(pace.roundMillis));
          }
        } catch (EngineProcess.Unable e) {
          rounds.remove(name);
          unable.put(name, String.valueOf(e.getMessage()));
        }
      }
    }
    Map<String, Timing> timings = new LinkedHashMap<>();
    rounds.forEach((name, nanos) -> timings.put(name, Timing.of(nanos)));
    return timings;
  }

  private static List<@Nullable Value> values(List<String> answers) {
    List<@Nullable Value> values = new ArrayList<>();
    for (String answer : answers) {
      values.add(answer.equals("undefined") ? null : Json.read(answer));
    }
    return values;
  }

  private static void compare(Workload workload, Map<String, List<@Nullable Value>> answers)
      throws Disagreement {
    String first = null;
    for (Map.Entry<String, List<@Nullable Value>> theirs : answers.entrySet()) {
      if (first == null) {
        first = theirs.getKey();
        continue;
      }
      List<@Nullable Value> wanted = Objects.requireNonNull(answers.get(first));
      if (theirs.getValue().size() != wanted.size()) {
        throw new Disagreement(
            "%s: %s gives %d answers, %s %d"
                .formatted(
                    workload.name(),
                    first,
                    wanted.size(),
                    theirs.getKey(),
                    theirs.getValue().size()));
      }
      for (int i = 0; i < wanted.size(); i++) {
        Value mine = wanted.get(i);
        Value other = theirs.getValue().get(i);
        if (!Objects.equals(mine, other)) {
          throw new Disagreement(
              "%s, input %d: %s says %s, %s says %s"
                  .formatted(
                      workload.name(), i, first, brief(mine), theirs.getKey(), brief(other)));
        }
      }
    }
  }

  private static String brief(@Nullable Value value) {
    String text = value == null ? "undefined" : Json.write(value);
    return text.length() <= 300 ? text : text.substring(0, 300) + "...";
  }
}

package dev.kspm.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contests of our engine and of scripts that say what another engine would. */
class ContestTest {
  private static final Workload WORKLOAD =
      Workload.of(
          "00-test",
          "data.t.twice",
          "package t\ntwice := input.n * 2\n",
          List.of(Workloads.object(Map.of("n", 3)), Workloads.object(Map.of("m", 3))));

  @TempDir Path folder;

  private static Engine ours() {
    return new Engine(
        Engine.OURS,
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            OurEngine.class.getName()));
  }

  /** Says it is ready, answers, and takes 1,000 ns for each evaluation. */
  private static Engine peer(String answers) {
    return new Engine(
        Engine.OPA,
        List.of(
            "sh",
            "-c",
            "echo ready 5; while read c ms; do case $c in answers) echo '"
                + answers
                + "'; echo end;; *) echo ran 10 10000;; esac; done"));
  }

  private Outcome run(Engine... engines) throws IOException, Contest.Disagreement {
    return new Contest(List.of(engines), new Contest.Pace(3, 1, 1, 1))
        .run(WORKLOAD, WORKLOAD.writeTo(folder));
  }

  @Test
  void sameAnswersAreTimed() throws IOException, Contest.Disagreement {
    Outcome outcome = run(ours(), peer("6.0\nundefined"));
    assertThat(outcome.timings()).containsOnlyKeys(Engine.OURS, Engine.OPA);
    assertThat(outcome.timings()).containsEntry(Engine.OPA, new Timing(1000, 1000, 1000));
    assertThat(outcome.unable()).isEmpty();
    assertThat(new Report(List.of(Engine.OURS, Engine.OPA), List.of(outcome)).table())
        .anyMatch(line -> line.startsWith("| 00-test |") && line.contains("1.00 µs ± 0%"))
        .anyMatch(line -> line.contains("(n = 1)"));
  }

  @Test
  void otherAnswersAreNotTimed() {
    assertThatThrownBy(() -> run(ours(), peer("7\nundefined")))
        .isInstanceOf(Contest.Disagreement.class)
        .hasMessage("00-test, input 0: kspm says 6, opa says 7");
  }

  @Test
  void missingAnswersAreNotTimed() {
    assertThatThrownBy(() -> run(ours(), peer("6")))
        .isInstanceOf(Contest.Disagreement.class)
        .hasMessage("00-test: kspm gives 2 answers, opa 1");
  }

  @Test
  void aPeerThatCannotIsNotApplicable() throws IOException, Contest.Disagreement {
    Engine unable = new Engine(Engine.OPA, List.of("sh", "-c", "echo unable no such builtin"));
    Outcome outcome = run(ours(), unable);
    assertThat(outcome.unable()).containsExactly(Map.entry(Engine.OPA, "no such builtin"));
    assertThat(new Report(List.of(Engine.OURS, Engine.OPA), List.of(outcome)).table())
        .anyMatch(line -> line.endsWith("| n/a | n/a | n/a |"))
        .contains("n/a: 00-test, opa: no such builtin");
  }
}

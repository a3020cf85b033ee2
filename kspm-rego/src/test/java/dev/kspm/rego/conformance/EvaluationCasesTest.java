package dev.kspm.rego.conformance;

import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.policy.RegoVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every evaluation case of OPA as a test of its own. A case that is listed as failing must fail,
 * any other must pass.
 */
class EvaluationCasesTest {
  private static final FailingCases FAILING = new FailingCases();
  private static final Map<String, int[]> COUNTS = new LinkedHashMap<>();
  private static final Set<String> NEWLY_FAILING = new TreeSet<>();

  private final RegoEngine engine = Engines.forConformance();

  @TestFactory
  Stream<DynamicTest> v1() {
    return tests("v1", RegoVersion.V1);
  }

  @TestFactory
  Stream<DynamicTest> v0() {
    return tests("v0", RegoVersion.V0);
  }

  @TestFactory
  Stream<DynamicTest> system() {
    return tests("system", RegoVersion.V0);
  }

  private Stream<DynamicTest> tests(String folder, RegoVersion version) {
    Optional<Corpus> corpus = Corpus.given();
    if (corpus.isEmpty()) {
      return Stream.of(DynamicTest.dynamicTest("OPA's cases: not given", () -> {}));
    }
    List<EvaluationCase> cases = corpus.get().cases(folder, version);
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(
        DynamicTest.dynamicTest(
            folder + " has all its cases",
            () ->
                org.assertj.core.api.Assertions.assertThat(cases)
                    .hasSize(corpus.get().expected(folder))));
    int[] counts = COUNTS.computeIfAbsent(folder, unused -> new int[2]);
    for (EvaluationCase c : cases) {
      tests.add(DynamicTest.dynamicTest(c.id() + " " + c.note(), () -> decide(c, counts)));
    }
    return tests.stream();
  }

  private void decide(EvaluationCase c, int[] counts) {
    counts[1]++;
    Throwable failure = failure(c);
    if (failure == null) {
      counts[0]++;
      if (FAILING.contains(c.id())) {
        throw new AssertionError("passes now: take " + c.id() + " out of failing.txt");
      }
    } else if (!FAILING.contains(c.id())) {
      NEWLY_FAILING.add(c.id());
      throw new AssertionError(c.id() + ": " + failure, failure);
    }
  }

  @SuppressWarnings("CatchingUnchecked") // whatever a listed case fails with, it fails
  private Throwable failure(EvaluationCase c) {
    try {
      c.run(engine);
      return null;
    } catch (AssertionError | RuntimeException | StackOverflowError e) {
      return e;
    }
  }

  @AfterAll
  static void report() throws IOException {
    StringBuilder line = new StringBuilder();
    COUNTS.forEach(
        (folder, counts) ->
            line.append(line.isEmpty() ? "" : ", ")
                .append(folder)
                .append(' ')
                .append(counts[0])
                .append('/')
                .append(counts[1]));
    Files.createDirectories(Path.of("target"));
    Files.writeString(
        Path.of("target/conformance.txt"),
        "OPA's evaluation cases passed: " + (line.isEmpty() ? "not given" : line) + "\n");
    Files.write(Path.of("target/newly-failing.txt"), NEWLY_FAILING);
  }
}

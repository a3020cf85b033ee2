package dev.kspm.rego.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.policy.RegoVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every evaluation case of OPA as a test of its own. A case that is listed as failing must fail,
 * any other must pass.
 */
class EvaluationCasesTest {
  private static final Verdicts VERDICTS = new Verdicts("evaluation");

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

  @TestFactory
  Stream<DynamicTest> wasm() {
    return tests("wasm", RegoVersion.V1);
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
            () -> assertThat(cases).hasSize(corpus.get().expected(folder))));
    for (EvaluationCase c : cases) {
      tests.add(
          VERDICTS.test(
              folder,
              c.id(),
              c.id() + " " + c.note(),
              () -> c.run(folder.equals("wasm") ? Engines.forWasm() : engine)));
    }
    return tests.stream();
  }

  @AfterAll
  static void report() {
    VERDICTS.report();
  }
}

package dev.kspm.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.evaluation.Evaluation;
import dev.kspm.evaluation.Verdict;
import dev.kspm.resource.Completeness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every verdict that is certain from reading the sample documents comes out as it is, the resources
 * are of the right types, and what stays undecided is what the documents leave open.
 */
class KnownVerdictsTest {
  private static final DynamicTest NOT_GIVEN =
      DynamicTest.dynamicTest("samples: not given", () -> {});

  /** Names that are Kubernetes' own, not a sample's. */
  private static final Set<String> COMMON_NAMES = Set.of("cluster-admin");

  private static final int MOST_UNKNOWN_PERCENT = 5;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicNode> verdicts() throws IOException {
    return Samples.given()
        ? Samples.all(folder).stream().map(KnownVerdictsTest::container)
        : Stream.of(NOT_GIVEN);
  }

  /** A sample is read when its first test runs, and forgotten after its last. */
  private static DynamicNode container(Samples.Sample sample) {
    return DynamicContainer.dynamicContainer(
        sample.name(), Stream.of(sample).flatMap(KnownVerdictsTest::tests));
  }

  private static Stream<DynamicNode> tests(Samples.Sample sample) {
    ScannedSample scanned = ScannedSample.of(sample.path());
    List<DynamicNode> tests = new ArrayList<>();
    tests.add(
        DynamicTest.dynamicTest(
            sample.name() + ": types",
            () -> {
              assertThat(scanned.result().resources()).containsKeys(sample.types());
              assertThat(scanned.result().problems()).isEmpty();
            }));
    tests.add(
        DynamicTest.dynamicTest(
            sample.name() + ": undecided",
            () -> {
              if (sample.undecided().isEmpty()) {
                fewUndecided(scanned);
              } else {
                assertThat(undecided(scanned)).isSubsetOf(sample.undecided());
              }
              assertThat(outside(scanned)).isSubsetOf(sample.outside());
            }));
    sample
        .known()
        .forEach(
            known ->
                tests.add(
                    DynamicTest.dynamicTest(
                        sample.name() + ": " + known, () -> check(scanned, known))));
    return tests.stream();
  }

  /** Of those that are or could be findings: SKIP does not make a share look small. */
  private static void fewUndecided(ScannedSample sample) {
    long unknown = sample.result().undecided().count();
    long all = unknown + sample.result().findings().size();
    assertThat(all).isPositive();
    assertThat(100.0 * unknown / all)
        .as("percentage of %s evaluations, with %s", all, undecided(sample))
        .isLessThanOrEqualTo(MOST_UNKNOWN_PERCENT);
  }

  private static Set<String> undecided(ScannedSample sample) {
    return sample
        .result()
        .undecided()
        .map(evaluation -> evaluation.rule().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What needs a type that nobody asked for: not a word of it may get lost. */
  private static Set<String> outside(ScannedSample sample) {
    Set<String> rules = new TreeSet<>();
    for (Evaluation evaluation : sample.result().evaluations()) {
      if (!evaluation.notAsked().isEmpty()) {
        assertThat(evaluation.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(sample.result().completeness())
            .filteredOn(word -> word.state() == Completeness.State.NOT_ASKED)
            .filteredOn(word -> word.scope().equals(evaluation.scope()))
            .extracting(Completeness::resourceType)
            .containsAll(evaluation.notAsked());
        rules.add(evaluation.rule().id());
      }
    }
    return rules;
  }

  private static void check(ScannedSample sample, KnownVerdict known) {
    List<String> rules = sample.rules(known.framework(), known.control());
    assertThat(rules).as("rules of the control").isNotEmpty();
    List<Evaluation> evaluations = sample.evaluations(rules, known.resource());
    Set<Verdict> verdicts =
        evaluations.stream()
            .map(Evaluation::verdict)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Verdict.class)));
    String description = known.because() + "\n" + shown(evaluations);
    if (known.expect() == Verdict.FAIL) {
      assertThat(verdicts).as(description).contains(Verdict.FAIL);
    } else {
      assertThat(verdicts)
          .as(description)
          .contains(Verdict.PASS)
          .doesNotContain(Verdict.FAIL, Verdict.UNKNOWN);
    }
  }

  private static String shown(List<Evaluation> evaluations) {
    return evaluations.stream()
        .map(
            evaluation ->
                String.format(
                    "%s %s %s %s %s",
                    evaluation.rule().id(),
                    evaluation.resourceKey().orElseThrow(),
                    evaluation.verdict(),
                    evaluation.reasons(),
                    evaluation.evidence()))
        .collect(Collectors.joining("\n"));
  }

  @TestFactory
  Stream<DynamicTest> noRuleOrConnectorKnowsASample() throws IOException {
    if (!Samples.given()) {
      return Stream.of(NOT_GIVEN);
    }
    String names =
        Samples.all(folder).stream()
            .flatMap(
                sample ->
                    Stream.concat(
                        Stream.of(sample.path().getFileName().toString()),
                        sample.known().stream()
                            .flatMap(known -> Stream.of(known.resource().split("/")))))
            .filter(name -> name.contains("-") && !COMMON_NAMES.contains(name))
            .distinct()
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    Pattern mention = Pattern.compile("(?<![\\w-])(?:" + names + ")(?![\\w-])");
    return Stream.of("kspm-frameworks", "kspm-connectors", "kspm-core")
        .map(
            module ->
                DynamicTest.dynamicTest(
                    module, () -> assertThat(mentions(Path.of("..", module), mention)).isEmpty()));
  }

  private static List<String> mentions(Path module, Pattern wanted) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(module)) {
      for (Path file : files.filter(KnownVerdictsTest::isMainSource).toList()) {
        wanted
            .matcher(Files.readString(file))
            .results()
            .forEach(match -> found.add(file + ": " + match.group()));
      }
    }
    return found;
  }

  private static boolean isMainSource(Path file) {
    String path = file.toString().replace('\\', '/');
    return path.contains("/src/main/") && path.matches(".*\\.(java|rego|yaml|json)");
  }
}

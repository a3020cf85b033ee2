package dev.kspm.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.Kspm;
import dev.kspm.ScanResult;
import dev.kspm.connectors.node.NodeConnector;
import dev.kspm.connectors.snapshot.SnapshotConnector;
import dev.kspm.evaluation.Evaluation;
import dev.kspm.evaluation.Verdict;
import dev.kspm.resource.ResourceConnector;
import dev.kspm.resource.ResourceSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Real clusters and nodes, in the folder that {@code KSPM_SAMPLES} names: every verdict that is
 * certain and whose control has a rule comes out as it must.
 */
class KnownVerdictsTest {
  private static final double MAX_UNKNOWN = 0.05;

  private final Kspm kspm = Kspm.builder().build();

  @TestFactory
  Stream<DynamicTest> certainVerdictsComeOut() throws IOException {
    Optional<Path> given = Optional.ofNullable(System.getenv("KSPM_SAMPLES")).map(Path::of);
    if (given.isEmpty()) {
      return Stream.of(DynamicTest.dynamicTest("samples: not given", () -> {}));
    }
    Path samples = given.get();
    List<DynamicTest> tests = new ArrayList<>();
    for (Path node : folders(samples.resolve("node"))) {
      tests.add(
          complete(node.toString(), () -> NodeConnector.of(node), node.resolve("known.json")));
    }
    for (String name : List.of("goat", "restricted", "goat-cluster")) {
      Path cluster = samples.resolve("kubernetes").resolve(name);
      tests.add(complete(name, () -> SnapshotConnector.of(cluster), cluster.resolve("known.json")));
    }
    for (String name : List.of("moto", "complete-prod", "complete-open")) {
      Path cluster = samples.resolve("eks").resolve(name);
      tests.add(known(name, () -> SnapshotConnector.of(cluster), cluster.resolve("known.json")));
    }
    Path kubernetes = samples.resolve("kubernetes");
    tests.add(
        complete(
            "goat.yaml",
            () -> SnapshotConnector.of(kubernetes.resolve("goat.yaml")),
            kubernetes.resolve("goat/known.json")));
    tests.add(
        complete(
            "restricted-lists.yaml",
            () -> SnapshotConnector.of(kubernetes.resolve("restricted-lists.yaml")),
            kubernetes.resolve("restricted/known.json")));
    for (String name : List.of("goat", "restricted")) {
      tests.add(configz(kubernetes, name));
    }
    Path aks = samples.resolve("aks");
    tests.add(complete("aks", () -> SnapshotConnector.of(aks), aks.resolve("known.json")));
    tests.addAll(restExamples(aks.resolve("rest-examples")));
    return tests.stream();
  }

  /** Opens a connector; each is read twice, once by the scan and once for its resources. */
  private interface Source {
    ResourceConnector open();
  }

  /** A sample that has all that the rules on it read. */
  private DynamicTest complete(String name, Source source, Path known) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          ScanResult result = check(source, KnownVerdict.read(known));
          long unknown = result.undecided().count();
          long all =
              unknown
                  + result.evaluations().stream()
                      .map(Evaluation::verdict)
                      .filter(Verdict::isFinding)
                      .count();
          assertThat((double) unknown / all)
              .as("share of UNKNOWN")
              .isLessThanOrEqualTo(MAX_UNKNOWN);
        });
  }

  private DynamicTest known(String name, Source source, Path known) {
    return DynamicTest.dynamicTest(name, () -> check(source, KnownVerdict.read(known)));
  }

  /** What a kubelet answers does not tell the node's name. */
  private DynamicTest configz(Path folder, String name) {
    return DynamicTest.dynamicTest(
        name + "-configz",
        () -> {
          Source source = () -> SnapshotConnector.of(folder.resolve(name + "-configz.json"));
          String node = source.open().snapshot().resources().get(0).name();
          check(
              source,
              KnownVerdict.read(folder.resolve(name + "-configz-known.json")).stream()
                  .map(entry -> entry.withResource(node))
                  .toList());
        });
  }

  /** Each file is a cluster of its own; the entries name file and cluster. */
  private List<DynamicTest> restExamples(Path folder) throws IOException {
    List<KnownVerdict> all = KnownVerdict.read(folder.resolve("known.json"));
    List<DynamicTest> tests = new ArrayList<>();
    all.stream()
        .map(entry -> entry.resource().split(": ")[0])
        .distinct()
        .forEach(
            file ->
                tests.add(
                    DynamicTest.dynamicTest(
                        "rest-examples/" + file,
                        () ->
                            check(
                                () -> SnapshotConnector.of(folder.resolve(file)),
                                all.stream()
                                    .filter(entry -> entry.resource().startsWith(file + ": "))
                                    .map(
                                        entry ->
                                            entry.withResource(
                                                entry.resource().substring(file.length() + 2)))
                                    .toList()))));
    return tests;
  }

  private ScanResult check(Source source, List<KnownVerdict> known) {
    ResourceSnapshot snapshot = source.open().snapshot();
    ScanResult result = kspm.scan(snapshot);
    List<String> wrong = new ArrayList<>();
    int decided = 0;
    for (KnownVerdict entry : known) {
      if (!entry.rules(result).isEmpty()) {
        decided++;
        Optional<Verdict> verdict = entry.decided(result, snapshot);
        if (!verdict.equals(Optional.of(entry.expect()))) {
          wrong.add(entry + "; but it is " + verdict.map(Enum::name).orElse("undecided"));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(decided).as("entries with a rule").isPositive();
    assertThat(result.problems()).isEmpty();
    return result;
  }

  private static List<Path> folders(Path parent) throws IOException {
    try (Stream<Path> all = Files.list(parent)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }
}

package dev.kspm.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.Json;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.SessionOptions;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.resource.Completeness;
import dev.kspm.resource.Hole;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceKey;
import dev.kspm.resource.ResourceSnapshot;
import dev.kspm.rule.Rule;
import dev.kspm.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Rules written for Datadog give the verdicts that they give there. */
class DatadogRulesTest {
  @TestFactory
  Stream<DynamicTest> rules() throws IOException {
    String samples = System.getenv("KSPM_SAMPLES");
    if (samples == null) {
      return Stream.of(DynamicTest.dynamicTest("samples: not given", () -> {}));
    }
    Path folder = Path.of(samples, "datadog");
    ResourceSnapshot snapshot = snapshot(folder.resolve("resources"));
    try (Stream<Path> rules = Files.list(folder.resolve("rules"))) {
      List<DynamicTest> tests = new ArrayList<>();
      rules
          .sorted()
          .forEach(
              rule ->
                  tests.add(
                      DynamicTest.dynamicTest(
                          String.valueOf(rule.getFileName()), () -> check(rule, snapshot))));
      return tests.stream();
    }
  }

  private static void check(Path folder, ResourceSnapshot snapshot) throws IOException {
    Rule rule = rule(folder);
    EvaluationResult result =
        new Evaluator(RegoEngine.create(), List.of(), Map.of())
            .evaluate(
                snapshot, List.of(rule), SessionOptions.DEFAULT, Runnable::run, (done, of) -> {});
    assertThat(result.problems()).isEmpty();
    Map<String, Verdict> expected = new TreeMap<>();
    for (Resource resource : snapshot.resources()) {
      if (rule.resourceTypes().contains(resource.type())) {
        expected.put(resource.key().value(), Verdict.SKIP);
      }
    }
    for (Value entry :
        (ArrayValue) Json.read(Files.readAllBytes(folder.resolve("expected.json")))) {
      ObjectValue object = (ObjectValue) entry;
      expected.put(text(object, "resource_id"), Verdict.ofWord(object.get("result")).orElseThrow());
    }
    Map<String, Verdict> found = new TreeMap<>();
    for (Evaluation evaluation : result.evaluations()) {
      found.put(evaluation.resourceKey().orElseThrow().value(), evaluation.verdict());
      if (evaluation.verdict() == Verdict.FAIL) {
        assertThat(evaluation.evidence()).as("evidence").isNotEmpty();
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  private static Rule rule(Path folder) throws IOException {
    ObjectValue json = (ObjectValue) Json.read(Files.readAllBytes(folder.resolve("rule.json")));
    ObjectValue options = member(member(json, "options"), "complianceRuleOptions");
    String main = text(options, "resourceType");
    List<String> types = new ArrayList<>();
    ((ArrayValue) member(options, "regoRule").get("resourceTypes"))
        .forEach(type -> types.add(((StringValue) type).value()));
    types.remove(main);
    Path policy = folder.resolve("rule.rego");
    return Rule.builder()
        .id(String.valueOf(folder.getFileName()))
        .title(text(json, "name"))
        .severity(Severity.HIGH)
        .addResourceTypes(main)
        .relatedTypes(types)
        .policy(PolicySource.v0(policy.toString(), Files.readString(policy)))
        .build();
  }

  private static ResourceSnapshot snapshot(Path folder) throws IOException {
    ResourceSnapshot.Builder snapshot = ResourceSnapshot.builder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String type = String.valueOf(file.getFileName()).replace(".json", "");
        for (Value document : (ArrayValue) Json.read(Files.readAllBytes(file))) {
          snapshot.addResources(resource(type, (ObjectValue) document));
        }
        snapshot.addCompleteness(Completeness.complete(type, Hole.EVERYWHERE));
      }
    }
    return snapshot.build();
  }

  private static Resource resource(String type, ObjectValue document) {
    ResourceKey key =
        document.get("arn") instanceof StringValue arn
            ? ResourceKey.arn(arn.value())
            : document.get("kube_node_name") instanceof StringValue node
                ? ResourceKey.of(node.value())
                : document.get("id") instanceof StringValue id
                    ? ResourceKey.arm(id.value())
                    : ResourceKey.of(document.toString());
    return Resource.builder()
        .key(key)
        .type(type)
        .name(key.value())
        .account("a")
        .configuration(document)
        .build();
  }

  private static ObjectValue member(ObjectValue object, String name) {
    return (ObjectValue) object.get(name);
  }

  private static String text(ObjectValue object, String name) {
    return ((StringValue) object.get(name)).value();
  }
}

package dev.kspm.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.CompiledPolicy;
import dev.kspm.rego.Json;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.Session;
import dev.kspm.rego.SessionOptions;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.rule.Rule;
import dev.kspm.rule.RulePack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fixture of every rule through the engine: the folder names the verdict of each main
 * resource in the file.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleFixturesTest {
  private static final Path FIXTURES = Path.of("src/test/resources/kspm/rules");

  private static final Set<String> FINDINGS = Set.of("pass", "fail");

  private final Map<String, Rule> rules = new TreeMap<>();
  private final Map<String, CompiledPolicy> compiled = new HashMap<>();
  private final CompiledPolicy libraries;

  RuleFixturesTest() {
    RulePack pack = new BuiltInFrameworks().rulePacks().get(0);
    pack.rules().forEach(rule -> rules.put(rule.id(), rule));
    libraries = RegoEngine.create().compile(pack.libraries());
  }

  static List<String> fixtures() throws IOException {
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      return files
          .filter(path -> path.toString().endsWith(".json"))
          .map(path -> FIXTURES.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void hasTheVerdictOfItsFolder(String fixture) throws IOException {
    String[] parts = fixture.split("/", -1);
    Rule rule = rules.get(parts[0]);
    assertThat(rule).as("the rule of the fixture").isNotNull();
    Value file = Json.read(Files.readAllBytes(FIXTURES.resolve(fixture)));
    String type = text(at(file, "input", "main_resource_type"));
    assertThat(rule.resourceTypes()).contains(type);
    Session session =
        policy(rule, parameters(rule, file))
            .session(keyed(file), SessionOptions.DEFAULT.withHoles(holes(file)));
    ArrayValue documents = (ArrayValue) at(session.input(), "resources", type);
    assertThat(documents.size()).as("main resources").isPositive();
    for (Value document : documents) {
      assertThat(verdict(rule, session, document)).isEqualTo(parts[1]);
      if (!FINDINGS.contains(parts[1])) {
        continue;
      }
      assertThat(entries(session.call("data.datadog.evidence", document)))
          .isNotEmpty()
          .allSatisfy(
              entry -> {
                assertThat(entry.size()).isEqualTo(3);
                assertThat(entry.get("path")).isInstanceOf(ArrayValue.class);
                assertThat(entry.get("value")).isNotNull();
                assertThat(entry.get("expected")).isNotNull();
              });
    }
  }

  /** Most fixtures of a rule have the same parameters, so most need no compilation. */
  private CompiledPolicy policy(Rule rule, ObjectValue parameters) {
    return compiled.computeIfAbsent(
        rule.id() + parameters, key -> libraries.extend(List.of(rule.policy()), parameters));
  }

  private static String verdict(Rule rule, Session session, Value document) {
    Value returned = session.call("data.datadog.eval", document);
    String verdict = returned == null ? "skip" : text(returned);
    boolean stands = rule.failIsFinal() && verdict.equals("fail");
    return session.holesNoticed().isEmpty() || stands ? verdict : "unknown";
  }

  /** Defaults, and over them what the fixture says. */
  private static ObjectValue parameters(Rule rule, Value file) {
    ObjectValue.Builder parameters = ObjectValue.builder();
    rule.parameters().forEach((name, one) -> parameters.put(name, one.defaultValue()));
    if (file.lookup(StringValue.of("parameters")) instanceof ObjectValue given) {
      given.forEach(parameters::put);
    }
    return ObjectValue.of(
        StringValue.of("kspm"), ObjectValue.of(StringValue.of("parameters"), parameters.build()));
  }

  /** The input with what the core puts into each document. */
  private static ObjectValue keyed(Value file) {
    ObjectValue.Builder resources = ObjectValue.builder();
    ((ObjectValue) at(file, "input", "resources"))
        .forEach((type, documents) -> resources.put(type, keyed(text(type), documents)));
    return ObjectValue.builder()
        .put("main_resource_type", at(file, "input", "main_resource_type"))
        .put("resources", resources.build())
        .build();
  }

  private static Value keyed(String type, Value documents) {
    if (!(documents instanceof ArrayValue array)) {
      return documents;
    }
    ArrayValue.Builder keyed = ArrayValue.builder();
    for (int i = 0; i < array.size(); i++) {
      Value document = array.get(i);
      keyed.add(
          document instanceof ObjectValue object
              ? object
                  .with(StringValue.of("resource_type"), StringValue.of(type))
                  .with(StringValue.of("resource_id"), StringValue.of(type + "/" + i))
              : document);
    }
    return keyed.build();
  }

  private static List<List<Value>> holes(Value file) {
    List<List<Value>> holes = new ArrayList<>();
    if (file.lookup(StringValue.of("holes")) instanceof ArrayValue paths) {
      for (Value path : paths) {
        List<Value> keys = new ArrayList<>();
        ((ArrayValue) path).forEach(keys::add);
        holes.add(keys);
      }
    }
    return holes;
  }

  private static List<ObjectValue> entries(Value evidence) {
    List<ObjectValue> entries = new ArrayList<>();
    if (evidence instanceof ArrayValue array) {
      array.forEach(entry -> entries.add((ObjectValue) entry));
    } else {
      ((SetValue) evidence).forEach(entry -> entries.add((ObjectValue) entry));
    }
    return entries;
  }

  private static Value at(Value value, String... keys) {
    Value here = value;
    for (String key : keys) {
      here = here.lookup(StringValue.of(key));
    }
    return here;
  }

  private static String text(Value value) {
    return ((StringValue) value).value();
  }
}

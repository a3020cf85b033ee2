package dev.kspm.rego.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.Yaml;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.policy.YamlOptions;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The cases below one folder of OPA's, in the order of files and positions. */
final class OpaCases {
  private static final Map<String, Integer> IN_OPAS_MODULE = Map.of("v0", 2027, "v1", 2400);

  private final String folder;
  private final List<EvaluationCase> cases = new ArrayList<>();
  private final Map<String, Integer> found = new TreeMap<>();

  /** The cases of a folder, none when OPA's cases were not given. */
  static OpaCases of(String folder) {
    OpaCases cases = new OpaCases(folder);
    Corpora.opa().ifPresent(cases::read);
    return cases;
  }

  private OpaCases(String folder) {
    this.folder = folder;
  }

  private void read(Path root) {
    RegoVersion version =
        folder.equals("v0") || folder.equals("system") ? RegoVersion.V0 : RegoVersion.V1;
    for (Path file : files(root.resolve(folder))) {
      String name = root.relativize(file).toString().replace('\\', '/');
      if (yaml(file).get("cases") instanceof ArrayValue list) {
        found.put(name, list.size());
        for (int i = 0; i < list.size(); i++) {
          cases.add(new EvaluationCase(name + "#" + i, version, (ObjectValue) list.get(i)));
        }
      }
    }
  }

  Stream<EvaluationCase> stream() {
    return cases.stream();
  }

  /** A test that no file has fewer cases than OPA's has. */
  Stream<DynamicTest> complete() {
    if (Corpora.opa().isEmpty()) {
      return Stream.of();
    }
    return Stream.of(DynamicTest.dynamicTest(folder + " has all its cases", this::count));
  }

  /**
   * Who takes the cases from OPA's Go module has no list of the numbers, and only the folders of
   * evaluation cases.
   */
  private void count() {
    Optional<ObjectValue> list = Corpora.expectedOfOpa();
    if (list.isEmpty()) {
      assertThat(cases).hasSizeGreaterThanOrEqualTo(IN_OPAS_MODULE.getOrDefault(folder, 0));
      return;
    }
    Map<String, Integer> expected = new TreeMap<>();
    flatten(folder, Corpora.member(list.get(), folder), expected);
    assertThat(expected).isNotEmpty();
    expected.forEach(
        (file, number) ->
            assertThat(found.getOrDefault(file, 0))
                .as("cases in %s", file)
                .isGreaterThanOrEqualTo(number));
  }

  private static void flatten(String path, Value node, Map<String, Integer> into) {
    if (node instanceof NumberValue number) {
      into.put(path, (int) number.asLong());
    } else if (node instanceof ObjectValue object) {
      object.forEach(
          (key, value) -> flatten(path + "/" + ((StringValue) key).value(), value, into));
    }
  }

  private static ObjectValue yaml(Path file) {
    try {
      return (ObjectValue) Yaml.read(Files.readAllBytes(file), YamlOptions.OPA);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static List<Path> files(Path folder) {
    if (!Files.exists(folder) && Corpora.expectedOfOpa().isEmpty()) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(p -> p.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

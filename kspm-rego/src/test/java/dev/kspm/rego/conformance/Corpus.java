package dev.kspm.rego.conformance;

import dev.kspm.rego.Json;
import dev.kspm.rego.Yaml;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.policy.YamlOptions;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** OPA's cases on disk: the folder that the environment variable {@code KSPM_OPA_CASES} names. */
final class Corpus {
  private static final Map<String, Integer> IN_OPAS_MODULE = Map.of("v0", 2027, "v1", 2400);

  private final Path root;

  private Corpus(Path root) {
    this.root = root;
  }

  /** The corpus, if the variable is set. */
  static Optional<Corpus> given() {
    return Optional.ofNullable(System.getenv("KSPM_OPA_CASES"))
        .map(folder -> new Corpus(Path.of(folder)));
  }

  /** The cases below a folder, in the order of files and positions. */
  List<EvaluationCase> cases(String folder, RegoVersion version) {
    List<EvaluationCase> cases = new ArrayList<>();
    for (Path file : files(root.resolve(folder))) {
      String name = root.relativize(file).toString().replace('\\', '/');
      if (read(file).get("cases") instanceof ArrayValue list) {
        for (int i = 0; i < list.size(); i++) {
          cases.add(new EvaluationCase(name + "#" + i, version, (ObjectValue) list.get(i)));
        }
      }
    }
    return cases;
  }

  /**
   * How many cases the folder must have. Who takes them from OPA's Go module has no list of the
   * numbers, and only the evaluation cases.
   */
  int expected(String folder) {
    if (!Files.exists(list())) {
      return IN_OPAS_MODULE.getOrDefault(folder, 0);
    }
    try {
      int[] sum = {0};
      count(((ObjectValue) Json.read(Files.readAllBytes(list()))).get(folder), sum);
      return sum[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path list() {
    return root.resolve("expected.json");
  }

  private static void count(Value node, int[] sum) {
    if (node instanceof ObjectValue object) {
      object.forEach((key, value) -> count(value, sum));
    } else if (node instanceof dev.kspm.rego.value.NumberValue number) {
      sum[0] += (int) number.asLong();
    }
  }

  private static ObjectValue read(Path file) {
    try {
      return (ObjectValue) Yaml.read(Files.readAllBytes(file), YamlOptions.OPA);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private List<Path> files(Path folder) {
    if (!Files.exists(folder) && !Files.exists(list())) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(p -> p.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.kspm.rego.differential;

import dev.kspm.rego.Json;
import dev.kspm.rego.Yaml;
import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Modules to begin with: Rego files below folders, and the texts in JSON and YAML files there that
 * look like modules.
 */
final class SeedModules {
  private static final Pattern MODULE = Pattern.compile("(?s)(.*\\n)?\\s*package\\s.*");
  private static final int LONGEST = 6000;

  private final Set<String> modules = new LinkedHashSet<>();

  private SeedModules() {}

  static List<String> below(List<Path> folders) throws IOException {
    SeedModules seeds = new SeedModules();
    for (Path folder : folders) {
      List<Path> files;
      try (Stream<Path> all = Files.walk(folder)) {
        files = all.filter(Files::isRegularFile).sorted().toList();
      }
      for (Path file : files) {
        seeds.add(file);
      }
    }
    return seeds.modules.stream().filter(m -> m.length() <= LONGEST).toList();
  }

  /** Modules of generated programs. */
  static List<String> generated(int count) {
    List<String> modules = new ArrayList<>();
    for (long seed = 1; modules.size() < count; seed++) {
      ProgramGenerator.program(seed).modules().forEach(m -> modules.add(m.text()));
    }
    return modules;
  }

  private void add(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".rego") || name.endsWith(".formatted")) {
      modules.add(Files.readString(file));
    } else if (name.endsWith(".json") || name.endsWith(".yaml")) {
      try {
        byte[] bytes = Files.readAllBytes(file);
        add(
            name.endsWith(".json")
                ? Json.read(bytes)
                : Yaml.read(new String(bytes, StandardCharsets.UTF_8)));
      } catch (DataException e) {
        // Corpora also hold files that are broken on purpose.
        return;
      }
    }
  }

  private void add(Value value) {
    if (value instanceof StringValue text) {
      if (MODULE.matcher(text.value()).matches()) {
        modules.add(text.value());
      }
    } else if (value instanceof ArrayValue array) {
      array.forEach(this::add);
    } else if (value instanceof ObjectValue object) {
      object.forEach((k, v) -> add(v));
    }
  }
}

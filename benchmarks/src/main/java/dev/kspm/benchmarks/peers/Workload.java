package dev.kspm.benchmarks.peers;

import dev.kspm.rego.Json;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Work for an engine.
 *
 * @param name with the number it has in the list of workloads, such as {@code 11-join}
 * @param query a reference to a rule
 * @param modules Rego in today's language
 * @param inputs at least one; they take turns
 */
record Workload(
    String name, String query, List<String> modules, ObjectValue data, List<Value> inputs) {
  Workload {
    modules = List.copyOf(modules);
    inputs = List.copyOf(inputs);
  }

  static Workload of(String name, String query, String module, List<Value> inputs) {
    return new Workload(name, query, List.of(module), ObjectValue.EMPTY, inputs);
  }

  /** Writes everything into a folder below another; gives that folder. */
  Path writeTo(Path parent) throws IOException {
    Path folder = Files.createDirectories(parent.resolve(name));
    Files.writeString(folder.resolve("query.txt"), query);
    for (int i = 0; i < modules.size(); i++) {
      Files.writeString(folder.resolve("module" + i + ".rego"), modules.get(i));
    }
    Files.writeString(folder.resolve("data.json"), Json.write(data));
    Files.writeString(folder.resolve("inputs.json"), Json.write(ArrayValue.of(inputs)));
    return folder;
  }
}

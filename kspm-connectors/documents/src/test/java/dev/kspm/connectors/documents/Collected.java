package dev.kspm.connectors.documents;

import dev.kspm.rego.Json;
import dev.kspm.rego.Yaml;
import dev.kspm.rego.policy.DataDocument;
import dev.kspm.rego.policy.JsonWriteOptions;
import dev.kspm.rego.policy.YamlOptions;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceSnapshot;
import dev.kspm.resource.SnapshotCollector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Documents of tests, collected into snapshots. */
final class Collected {
  private Collected() {}

  /** All JSON files below a folder. */
  static ResourceSnapshot folder(Path folder) throws IOException {
    DocumentCollector collector = new DocumentCollector(CollectorOptions.named("snap"));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Recognition found =
            collector.add(Json.read(Files.readAllBytes(file)), folder.relativize(file).toString());
        if (found.used() == 0 && !file.toString().contains("inspector2")) {
          throw new IllegalStateException(file + ": " + found);
        }
      }
    }
    return read(collector);
  }

  /** Documents of a YAML text, all of one file. */
  static ResourceSnapshot yaml(String text) {
    DocumentCollector collector = new DocumentCollector(CollectorOptions.named("snap"));
    for (DataDocument document :
        Yaml.readAll(text.getBytes(StandardCharsets.UTF_8), YamlOptions.KUBERNETES)) {
      collector.add(document.value(), "all.yaml");
    }
    return read(collector);
  }

  static ResourceSnapshot read(DocumentCollector collector) {
    SnapshotCollector sink = new SnapshotCollector();
    collector.read(sink);
    return sink.snapshot();
  }

  /** The only resource of a type. */
  static Resource only(ResourceSnapshot snapshot, String type) {
    List<Resource> found =
        snapshot.resources().stream().filter(r -> r.type().equals(type)).toList();
    if (found.size() != 1) {
      throw new IllegalStateException(found.size() + " of " + type);
    }
    return found.get(0);
  }

  /** Text to compare with what was approved: resources by type and key, then holes. */
  static String golden(ResourceSnapshot snapshot) {
    ArrayValue.Builder all = ArrayValue.builder();
    snapshot.resources().stream()
        .sorted(Comparator.comparing(Resource::type).thenComparing(Resource::objectKey))
        .forEach(
            r ->
                all.add(
                    ObjectValue.builder()
                        .put("type", StringValue.of(r.type()))
                        .put("key", StringValue.of(r.key().value()))
                        .put("name", StringValue.of(r.name()))
                        .put("account", StringValue.of(r.account().orElse("")))
                        .put("cluster", StringValue.of(r.cluster().orElse("")))
                        .put("document", r.configuration())
                        .build()));
    StringBuilder text = new StringBuilder(Json.write(all.build(), JsonWriteOptions.PRETTY));
    snapshot.holes().stream()
        .map(hole -> hole.resourceType() + " " + hole.path() + " " + hole.reason())
        .sorted()
        .forEach(hole -> text.append('\n').append(hole));
    snapshot.completeness().stream().sorted().forEach(word -> text.append('\n').append(word));
    return text.append('\n').toString();
  }
}

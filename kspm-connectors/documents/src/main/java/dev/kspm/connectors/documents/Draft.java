package dev.kspm.connectors.documents;

import dev.kspm.rego.value.ObjectValue;
import dev.kspm.resource.ResourceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A resource in the making: joins may still add to its document. Not thread-safe. */
final class Draft {
  final String type;
  final ResourceKey key;
  final String source;
  String name = "";
  ObjectValue document;
  @Nullable String id;
  @Nullable String account;
  @Nullable String region;
  @Nullable String cluster;
  @Nullable Instant created;
  final List<String> aliases = new ArrayList<>();

  /** Paths of the document that could not be read, each with its reason. */
  final List<Gap> gaps = new ArrayList<>();

  /** A place of the document that is not known. */
  record Gap(List<dev.kspm.rego.value.Value> path, String reason) {}

  Draft(String type, ResourceKey key, String source, ObjectValue document) {
    this.type = type;
    this.key = key;
    this.source = source;
    this.document = document;
  }

  /** Sets one member of the document. */
  void put(String field, dev.kspm.rego.value.Value value) {
    document = document.with(dev.kspm.rego.value.StringValue.of(field), value);
  }

  void gap(String field, String reason) {
    gaps.add(new Gap(List.of(dev.kspm.rego.value.StringValue.of(field)), reason));
  }

  Optional<String> text(String field) {
    return Fields.optional(document, field);
  }
}

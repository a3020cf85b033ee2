package dev.kspm.connectors.documents.host;

import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what could not be read of a node, as paths in its document. Not thread-safe. */
final class NodeGaps {
  private final Map<List<Value>, String> gaps = new LinkedHashMap<>();
  private final List<String> errors = new ArrayList<>();

  void add(String reason, String... path) {
    List<Value> keys = new ArrayList<>();
    Arrays.stream(path).map(StringValue::of).forEach(keys::add);
    gaps.putIfAbsent(keys, reason);
  }

  /** An error that the document lists, as Datadog's agent does. */
  void error(String text) {
    if (!errors.contains(text)) {
      errors.add(text);
    }
  }

  List<String> errors() {
    return List.copyOf(errors);
  }

  List<NodeDocument.Gap> all() {
    List<NodeDocument.Gap> all = new ArrayList<>();
    gaps.forEach((path, reason) -> all.add(new NodeDocument.Gap(path, reason)));
    return all;
  }
}

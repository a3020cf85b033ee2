package dev.kspm.cli.rego;

import dev.kspm.rego.EvaluationEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A trace as opa writes it in JSON; variables stand in the order of their names. */
final class TraceDocument {
  private TraceDocument() {}

  static List<Map<String, Object>> of(List<EvaluationEvent> events) {
    return events.stream().map(TraceDocument::of).toList();
  }

  private static Map<String, Object> of(EvaluationEvent event) {
    List<Map<String, Object>> locals = new ArrayList<>();
    new TreeMap<>(event.variables())
        .forEach(
            (name, value) -> {
              Map<String, Object> local = new LinkedHashMap<>();
              local.put("name", event.written(name));
              local.put("value", value);
              locals.add(local);
            });
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("Op", event.kind().title());
    document.put("Node", event.json());
    document.put("Location", LoadProblem.location(event.span()));
    document.put("QueryID", event.query());
    document.put("ParentID", event.parent());
    document.put("Locals", locals);
    document.put("Message", event.message());
    return document;
  }
}

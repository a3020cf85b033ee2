package dev.kspm.connectors.documents.host;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The document of a node and what of it could not be read. Immutable.
 *
 * @param type the resource type
 * @param name the node's name
 * @param document as rules see it
 * @param gaps paths of the document that are not known
 */
public record NodeDocument(String type, String name, ObjectValue document, List<Gap> gaps) {
  /** A place of the document that is not known. */
  public record Gap(List<Value> path, String reason) {}

  public NodeDocument {
    gaps = List.copyOf(gaps);
  }

  /** What was there and could not be understood, a line each. */
  public List<String> errors() {
    List<String> errors = new ArrayList<>();
    if (document.get("errors") instanceof ArrayValue list) {
      for (Value error : list) {
        errors.add(error instanceof StringValue text ? text.value() : error.toString());
      }
    }
    return errors;
  }
}

package dev.kspm.rego;

import dev.kspm.rego.diagnostic.Span;
import java.util.List;

/**
 * A place in a module that reads {@code data}.
 *
 * @param path the names that follow {@code data}, up to the first part that is no constant text
 * @param span where the reference stands
 */
public record DataReference(List<String> path, Span span) {
  public DataReference {
    path = List.copyOf(path);
  }
}

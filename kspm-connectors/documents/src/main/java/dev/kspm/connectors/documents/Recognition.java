package dev.kspm.connectors.documents;

import dev.kspm.rego.value.Value;
import java.util.List;

/**
 * What became of one document: how many of its parts are used, and which are not. Immutable.
 *
 * <p>A document that is no list has one part.
 *
 * @param used parts that became resources or were joined into one
 * @param skipped the others
 */
public record Recognition(int used, List<Skipped> skipped) {
  /** A part that is not used; {@code position} is empty for the whole document. */
  public record Skipped(String position, Value value, String reason) {}

  public Recognition {
    skipped = List.copyOf(skipped);
  }

  static Recognition usedAll(int parts) {
    return new Recognition(parts, List.of());
  }

  static Recognition skippedAll(Value value, String reason) {
    return new Recognition(0, List.of(new Skipped("", value, reason)));
  }
}

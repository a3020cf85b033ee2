package dev.kspm.rego.policy;

/**
 * How JSON is written. Immutable and thread-safe.
 *
 * @param htmlEscapes whether {@code <}, {@code >} and {@code &} are written as escapes
 * @param pretty whether every element has a line of its own
 * @param prefix what every line but the first begins with, when pretty
 * @param indent what every level of nesting adds to it, when pretty
 */
public record JsonWriteOptions(boolean htmlEscapes, boolean pretty, String prefix, String indent) {
  /** One line, with HTML escapes: what {@code json.marshal} writes. */
  public static final JsonWriteOptions OPA = new JsonWriteOptions(true, false, "", "");

  /** One line without HTML escapes. */
  public static final JsonWriteOptions COMPACT = new JsonWriteOptions(false, false, "", "");

  /** Two spaces for each level, without HTML escapes. */
  public static final JsonWriteOptions PRETTY = new JsonWriteOptions(false, true, "", "  ");
}

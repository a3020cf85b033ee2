package dev.kspm.evaluation;

import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.Value;
import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that a verdict rests on. Immutable and thread-safe.
 *
 * @param path the place in the resource's document, as {@code a.b["x/y"][0]}
 * @param value what is there; {@code null} of Rego when nothing is
 * @param expected what should be there, as far as the rule tells
 */
public record Evidence(String path, Value value, Optional<Value> expected)
    implements Comparable<Evidence> {
  @Override
  public int compareTo(Evidence other) {
    return Comparator.comparing(Evidence::path)
        .thenComparing(Evidence::value)
        .thenComparing(evidence -> evidence.expected().orElse(NullValue.NULL))
        .compare(this, other);
  }
}

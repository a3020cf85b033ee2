package dev.kspm.evaluation;

import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keys and indexes from the root of a document to a place in it. Immutable and thread-safe.
 *
 * @param keys strings and whole numbers
 */
record DocumentPath(List<Value> keys) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  DocumentPath {
    keys = List.copyOf(keys);
  }

  /** The value at the place, if there is one. */
  Optional<Value> in(Value document) {
    @Nullable Value at = document;
    for (Value key : keys) {
      at = at.lookup(key);
      if (at == null) {
        return Optional.empty();
      }
    }
    return Optional.of(at);
  }

  /** {@code a.b["x/y"][0]}. */
  String text() {
    StringBuilder out = new StringBuilder();
    for (Value key : keys) {
      if (key instanceof NumberValue number) {
        out.append('[').append(number.text()).append(']');
      } else if (key instanceof StringValue name && NAME.matcher(name.value()).matches()) {
        out.append(out.length() == 0 ? "" : ".").append(name.value());
      } else {
        out.append('[').append(key).append(']');
      }
    }
    return out.toString();
  }
}

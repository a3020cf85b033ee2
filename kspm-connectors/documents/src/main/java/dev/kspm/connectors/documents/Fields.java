package dev.kspm.connectors.documents;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks into documents whose shape nobody has promised: what is not there is empty. */
final class Fields {
  private Fields() {}

  /** The value below a path of keys, or {@code null}. */
  static @Nullable Value at(@Nullable Value document, String... path) {
    Value here = document;
    for (String key : path) {
      here = here instanceof ObjectValue object ? object.get(key) : null;
    }
    return here;
  }

  /** The text below a path of keys, empty when there is none or it is no string. */
  static String text(@Nullable Value document, String... path) {
    return at(document, path) instanceof StringValue text ? text.value() : "";
  }

  /** The text below a path, if there is one that is not empty. */
  static Optional<String> optional(@Nullable Value document, String... path) {
    String text = text(document, path);
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  static boolean isTrue(@Nullable Value value) {
    return value == BooleanValue.TRUE;
  }

  static boolean hasObject(Value document, String key) {
    return at(document, key) instanceof ObjectValue;
  }

  static boolean hasArray(Value document, String key) {
    return at(document, key) instanceof ArrayValue;
  }

  static boolean hasText(Value document, String key) {
    return at(document, key) instanceof StringValue;
  }

  /** The elements of the array below a path, none when there is no array. */
  static List<Value> elements(@Nullable Value document, String... path) {
    List<Value> elements = new ArrayList<>();
    if (at(document, path) instanceof ArrayValue array) {
      array.forEach(elements::add);
    }
    return elements;
  }

  /** The strings of the array below a path. */
  static List<String> texts(@Nullable Value document, String... path) {
    return elements(document, path).stream()
        .filter(StringValue.class::isInstance)
        .map(element -> ((StringValue) element).value())
        .toList();
  }

  /** A copy of an object; changes to it do not reach the object. */
  static ObjectValue.Builder copy(ObjectValue object) {
    ObjectValue.Builder copy = ObjectValue.builder();
    object.forEach(copy::put);
    return copy;
  }

  /** A copy without some keys. */
  static ObjectValue without(ObjectValue object, String... keys) {
    List<String> unwanted = List.of(keys);
    ObjectValue.Builder copy = ObjectValue.builder();
    object.forEach(
        (key, value) -> {
          if (!(key instanceof StringValue text && unwanted.contains(text.value()))) {
            copy.put(key, value);
          }
        });
    return copy.build();
  }
}

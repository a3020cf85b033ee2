package dev.kspm.rego.internal.plan;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lookups in stored data, where a path is text: a number finds the key with its digits, and digits
 * find an element of an array.
 */
public final class StoredData {
  private StoredData() {}

  public static @Nullable Value at(Value data, List<Value> path) {
    Value at = data;
    for (Value key : path) {
      at = member(at, key);
      if (at == null) {
        return null;
      }
    }
    return at;
  }

  public static @Nullable Value member(Value container, Value key) {
    if (container instanceof ObjectValue object && key instanceof NumberValue number) {
      Value exact = object.get(key);
      return exact != null ? exact : object.get(StringValue.of(number.text()));
    } else if (container instanceof ArrayValue array
        && key instanceof StringValue digits
        && digits.value().matches("0|[1-9][0-9]{0,8}")) {
      return array.lookup(NumberValue.of(Long.parseLong(digits.value())));
    }
    return container.lookup(key);
  }
}

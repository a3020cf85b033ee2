package dev.kspm.evaluation;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;

/** Copies of values that outlive the session they came from. */
final class PlainValues {
  private PlainValues() {}

  /** A copy in which nothing reports to a session's read log. */
  static Value copy(Value value) {
    if (value instanceof ArrayValue array) {
      ArrayValue.Builder copy = ArrayValue.builder();
      array.forEach(element -> copy.add(copy(element)));
      return copy.build();
    } else if (value instanceof ObjectValue object) {
      ObjectValue.Builder copy = ObjectValue.builder();
      object.forEach((key, member) -> copy.put(copy(key), copy(member)));
      return copy.build();
    } else if (value instanceof SetValue set) {
      SetValue.Builder copy = SetValue.builder();
      set.forEach(element -> copy.add(copy(element)));
      return copy.build();
    }
    return value;
  }
}

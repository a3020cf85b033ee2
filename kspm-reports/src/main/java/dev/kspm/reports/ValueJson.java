package dev.kspm.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.io.IOException;

/**
 * Writes Rego values into a JSON document: sets as arrays, keys that are no strings as Rego text.
 */
final class ValueJson {
  private ValueJson() {}

  static void write(JsonGenerator to, Value value) throws IOException {
    if (value instanceof StringValue text) {
      to.writeString(text.value());
    } else if (value instanceof NumberValue number) {
      to.writeNumber(number.toString());
    } else if (value instanceof BooleanValue truth) {
      to.writeBoolean(truth.value());
    } else if (value instanceof ArrayValue array) {
      to.writeStartArray();
      for (int i = 0; i < array.size(); i++) {
        write(to, array.get(i));
      }
      to.writeEndArray();
    } else if (value instanceof SetValue set) {
      to.writeStartArray();
      for (Value element : set) {
        write(to, element);
      }
      to.writeEndArray();
    } else if (value instanceof ObjectValue object) {
      to.writeStartObject();
      for (int i = 0; i < object.size(); i++) {
        Value key = object.keyAt(i);
        to.writeFieldName(key instanceof StringValue text ? text.value() : key.toString());
        write(to, object.valueAt(i));
      }
      to.writeEndObject();
    } else {
      to.writeNull();
    }
  }
}

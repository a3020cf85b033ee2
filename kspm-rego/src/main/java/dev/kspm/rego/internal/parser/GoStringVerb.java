package dev.kspm.rego.internal.parser;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;

/** Writes a value as Go's {@code %s} does, with its remarks on what is no string. */
final class GoStringVerb {
  private GoStringVerb() {}

  static String of(Value value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Value value, StringBuilder out) {
    if (value instanceof StringValue s) {
      out.append(s.value());
    } else if (value instanceof NumberValue n) {
      out.append(n.isLong() ? "%!s(int=" : "%!s(float64=").append(n.text()).append(')');
    } else if (value instanceof BooleanValue b) {
      out.append("%!s(bool=").append(b.value()).append(')');
    } else if (value instanceof ArrayValue array) {
      out.append('[');
      for (int i = 0; i < array.size(); i++) {
        out.append(i > 0 ? " " : "");
        write(array.get(i), out);
      }
      out.append(']');
    } else if (value instanceof ObjectValue object) {
      out.append("map[");
      for (int i = 0; i < object.size(); i++) {
        out.append(i > 0 ? " " : "");
        write(object.keyAt(i), out);
        out.append(':');
        write(object.valueAt(i), out);
      }
      out.append(']');
    } else {
      out.append("%!s(<nil>)");
    }
  }
}

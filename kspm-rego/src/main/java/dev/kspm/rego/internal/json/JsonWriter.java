package dev.kspm.rego.internal.json;

import dev.kspm.rego.policy.JsonWriteOptions;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as Go's {@code encoding/json} does, without recursion, so that deep values cost no
 * thread stack. Usable once.
 */
public final class JsonWriter {
  private final JsonWriteOptions options;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Container> open = new ArrayDeque<>();

  public JsonWriter(JsonWriteOptions options) {
    this.options = options;
  }

  public String write(Value value) {
    begin(value);
    while (!open.isEmpty()) {
      Container container = open.getFirst();
      if (container.next == container.size) {
        open.pop();
        if (container.size > 0) {
          newLine();
        }
        out.append(container.close);
        continue;
      }
      if (container.next > 0) {
        out.append(',');
      }
      newLine();
      int i = container.next++;
      String key = container.key(i);
      if (key != null) {
        quote(key);
        out.append(options.pretty() ? ": " : ":");
      }
      begin(container.value(i));
    }
    return out.toString();
  }

  private void newLine() {
    if (options.pretty()) {
      out.append('\n').append(options.prefix());
      for (int i = 0; i < open.size(); i++) {
        out.append(options.indent());
      }
    }
  }

  private void begin(Value value) {
    if (value instanceof StringValue string) {
      quote(string.value());
    } else if (value instanceof NumberValue number) {
      out.append(number.text());
    } else if (value instanceof BooleanValue truth) {
      out.append(truth.value());
    } else if (value instanceof ArrayValue || value instanceof SetValue) {
      out.append('[');
      open.push(new Container(value, ']'));
    } else if (value instanceof ObjectValue object) {
      out.append('{');
      open.push(new Container(hasOnlyStringKeys(object) ? object : withStringKeys(object), '}'));
    } else {
      out.append("null");
    }
  }

  private static boolean hasOnlyStringKeys(ObjectValue object) {
    // Strings come after null, booleans and numbers and before everything else.
    int n = object.size();
    return n == 0
        || object.keyAt(0) instanceof StringValue && object.keyAt(n - 1) instanceof StringValue;
  }

  private static ObjectValue withStringKeys(ObjectValue object) {
    SortedMap<StringValue, Value> members = new TreeMap<>();
    object.forEach(
        (key, value) ->
            members.put(
                key instanceof StringValue string
                    ? string
                    : StringValue.of(new JsonWriter(JsonWriteOptions.OPA).write(key)),
                value));
    ObjectValue.Builder builder = ObjectValue.builder();
    for (Map.Entry<StringValue, Value> member : members.entrySet()) {
      builder.put(member.getKey(), member.getValue());
    }
    return builder.build();
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '<', '>', '&' -> {
          if (options.htmlEscapes()) {
            escape(c);
          } else {
            out.append(c);
          }
        }
        case '\u2028', '\u2029' -> escape(c);
        default -> {
          if (c < ' ') {
            escape(c);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private void escape(char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(Character.forDigit(c >> shift & 15, 16));
    }
  }

  /** An array, set or object of which some elements are written. */
  private static final class Container {
    private final Value value;
    private final char close;
    private final int size;
    private int next;

    Container(Value value, char close) {
      this.value = value;
      this.close = close;
      this.size =
          value instanceof ArrayValue array
              ? array.size()
              : value instanceof SetValue set ? set.size() : ((ObjectValue) value).size();
    }

    @Nullable String key(int i) {
      return value instanceof ObjectValue object ? ((StringValue) object.keyAt(i)).value() : null;
    }

    Value value(int i) {
      if (value instanceof ArrayValue array) {
        return array.get(i);
      }
      return value instanceof SetValue set ? set.elementAt(i) : ((ObjectValue) value).valueAt(i);
    }
  }
}

package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Writes values as YAML in the layout of Go's library: two spaces, keys in natural order. */
final class YamlText {
  private static final int LONGEST_SIMPLE_KEY = 128;
  private static final int INDENT = 2;

  private final BuiltinContext context;
  private final Function<Value, String> asKey;
  private final int deepest;
  private final StringBuilder out = new StringBuilder();

  private YamlText(BuiltinContext context, Function<Value, String> asKey) {
    this.context = context;
    this.asKey = asKey;
    this.deepest = context.limits().depth();
  }

  /**
   * The text of a value.
   *
   * @param asKey gives the text of keys that are no strings
   */
  static String of(BuiltinContext context, Value value, Function<Value, String> asKey) {
    YamlText writer = new YamlText(context, asKey);
    writer.write(value, 0, true);
    return writer.out.toString();
  }

  private void append(String text) {
    Text.charge(context, text.length());
    out.append(text);
  }

  private void indent(int depth) {
    out.append(" ".repeat(depth));
  }

  /**
   * Writes a value up to the end of its last line.
   *
   * @param indent the column in which a block begins
   * @param inline whether the first line of a block goes on the current line
   */
  private void write(Value value, int indent, boolean inline) {
    if (indent > INDENT * deepest) {
      throw BuiltinException.failed("value is nested too deeply");
    }
    if (value instanceof ArrayValue array && array.size() > 0) {
      sequence(array, indent, inline);
    } else if (value instanceof SetValue set && set.size() > 0) {
      sequence(set, indent, inline);
    } else if (value instanceof ObjectValue object && object.size() > 0) {
      mapping(object, indent, inline);
    } else {
      if (!inline) {
        out.append(' ');
      }
      scalar(value, Math.max(INDENT, indent));
    }
  }

  private void scalar(Value value, int indent) {
    if (value instanceof StringValue string) {
      string(YamlScalars.reread(string.value()), indent);
    } else if (value instanceof NumberValue number) {
      append(YamlScalars.number(number) + "\n");
    } else if (value instanceof ObjectValue) {
      append("{}\n");
    } else if (value instanceof ArrayValue || value instanceof SetValue) {
      append("[]\n");
    } else {
      append(value + "\n");
    }
  }

  private void string(String text, int indent) {
    YamlStyle style = YamlStyle.of(text);
    if (style == YamlStyle.LITERAL) {
      literal(text, indent);
    } else {
      append(quoted(text, style) + "\n");
    }
  }

  private static String quoted(String text, YamlStyle style) {
    return switch (style) {
      case PLAIN -> text;
      case SINGLE -> YamlStyle.singleQuoted(text);
      default -> YamlStyle.doubleQuoted(text);
    };
  }

  private void literal(String text, int indent) {
    out.append('|');
    if (text.startsWith(" ") || text.startsWith("\n")) {
      out.append(INDENT);
    }
    String body = text;
    if (!text.endsWith("\n")) {
      out.append('-');
      body = text + "\n";
    } else if (text.length() == 1 || text.endsWith("\n\n")) {
      out.append('+');
    }
    out.append('\n');
    int start = 0;
    for (int end = body.indexOf('\n'); end >= 0; end = body.indexOf('\n', start)) {
      if (end > start) {
        indent(indent);
      }
      append(body.substring(start, end + 1));
      start = end + 1;
    }
  }

  private void sequence(Iterable<Value> elements, int indent, boolean inline) {
    boolean first = inline;
    if (!inline) {
      out.append('\n');
    }
    for (Value element : elements) {
      if (!first) {
        indent(indent);
      }
      first = false;
      out.append("- ");
      write(element, indent + INDENT, true);
    }
  }

  private void mapping(ObjectValue object, int indent, boolean inline) {
    Map<String, Value> members = new TreeMap<>(NATURAL);
    for (int i = 0; i < object.size(); i++) {
      Value key = object.keyAt(i);
      members.put(
          YamlScalars.reread(key instanceof StringValue s ? s.value() : asKey.apply(key)),
          object.valueAt(i));
    }
    context.build(members.size());
    boolean first = inline;
    if (!inline) {
      out.append('\n');
    }
    for (Map.Entry<String, Value> member : members.entrySet()) {
      if (!first) {
        indent(indent);
      }
      first = false;
      member(member.getKey(), member.getValue(), indent);
    }
  }

  private void member(String key, Value value, int indent) {
    YamlStyle style = YamlStyle.of(key);
    boolean simple =
        style != YamlStyle.LITERAL
            && key.getBytes(StandardCharsets.UTF_8).length <= LONGEST_SIMPLE_KEY;
    if (simple) {
      append(quoted(key, style));
    } else {
      out.append("? ");
      string(key, indent + INDENT);
      indent(indent);
    }
    out.append(':');
    write(value, indent + INDENT, false);
  }

  /** Letters after other characters, and digits by the number they make. */
  private static final Comparator<String> NATURAL =
      (a, b) -> {
        int byNature = natural(a.codePoints().toArray(), b.codePoints().toArray());
        return byNature != 0 ? byNature : a.compareTo(b);
      };

  private static int natural(int[] a, int[] b) {
    boolean digits = false;
    for (int i = 0; i < a.length && i < b.length; i++) {
      if (a[i] == b[i]) {
        digits = Character.isDigit(a[i]);
        continue;
      }
      boolean letterA = Character.isLetter(a[i]);
      boolean letterB = Character.isLetter(b[i]);
      if (letterA && letterB) {
        return Integer.compare(a[i], b[i]);
      } else if (letterA || letterB) {
        return letterA == digits ? -1 : 1;
      }
      return numbers(a, b, i);
    }
    return Integer.compare(a.length, b.length);
  }

  private static int numbers(int[] a, int[] b, int at) {
    long startValue = 0;
    if (a[at] == '0' || b[at] == '0') {
      for (int j = at - 1; j >= 0 && Character.isDigit(a[j]); j--) {
        if (a[j] != '0') {
          startValue = 1;
          break;
        }
      }
    }
    int endA = at;
    long valueA = startValue;
    for (; endA < a.length && Character.isDigit(a[endA]); endA++) {
      valueA = valueA * 10 + (a[endA] - '0');
    }
    int endB = at;
    long valueB = startValue;
    for (; endB < b.length && Character.isDigit(b[endB]); endB++) {
      valueB = valueB * 10 + (b[endB] - '0');
    }
    if (valueA != valueB) {
      return Long.compare(valueA, valueB);
    } else if (endA != endB) {
      return Integer.compare(endA, endB);
    }
    return Integer.compare(a[at], b[at]);
  }
}

package dev.kspm.rego.value;

/** Writes values as Rego terms. */
final class RegoText {
  private final StringBuilder out = new StringBuilder();

  private RegoText() {}

  static String of(Value value) {
    RegoText text = new RegoText();
    text.write(value);
    return text.out.toString();
  }

  private void write(Value value) {
    if (value instanceof StringValue string) {
      quote(string.value(), out);
    } else if (value instanceof NumberValue number) {
      out.append(number.text());
    } else if (value instanceof BooleanValue truth) {
      out.append(truth.value());
    } else if (value instanceof ArrayValue array) {
      out.append('[');
      for (int i = 0; i < array.size(); i++) {
        separate(i);
        write(array.get(i));
      }
      out.append(']');
    } else if (value instanceof ObjectValue object) {
      out.append('{');
      for (int i = 0; i < object.size(); i++) {
        separate(i);
        write(object.keyAt(i));
        out.append(": ");
        write(object.valueAt(i));
      }
      out.append('}');
    } else if (value instanceof SetValue set) {
      writeSet(set);
    } else {
      out.append("null");
    }
  }

  private void writeSet(SetValue set) {
    if (set.size() == 0) {
      out.append("set()");
      return;
    }
    out.append('{');
    for (int i = 0; i < set.size(); i++) {
      separate(i);
      write(set.elementAt(i));
    }
    out.append('}');
  }

  private void separate(int i) {
    if (i > 0) {
      out.append(", ");
    }
  }

  /**
   * Appends a string in double quotes with the escapes of Go's {@code strconv.Quote}, which Rego
   * text uses.
   */
  static void quote(String s, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < s.length(); ) {
      int c = s.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case 0x07 -> out.append("\\a");
        case 0x0b -> out.append("\\v");
        default -> {
          if (isPrintable(c)) {
            out.appendCodePoint(c);
          } else if (c < 0x80) {
            out.append(String.format(java.util.Locale.ROOT, "\\x%02x", c));
          } else if (c < 0x10000) {
            out.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
          } else {
            out.append(String.format(java.util.Locale.ROOT, "\\U%08x", c));
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isPrintable(int c) {
    if (c == ' ') {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}

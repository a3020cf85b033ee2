package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;

/** Reads Rego terms without variables, as they stand in the corpus. */
final class GroundTerms {
  private final String text;
  private int at;

  private GroundTerms(String text) {
    this.text = text;
  }

  static Value read(String text) {
    GroundTerms reader = new GroundTerms(text);
    Value value = reader.value();
    reader.blanks();
    if (reader.at != text.length()) {
      throw new IllegalArgumentException("left over at " + reader.at + ": " + text);
    }
    return value;
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean skip(String token) {
    blanks();
    if (text.startsWith(token, at)) {
      at += token.length();
      return true;
    }
    return false;
  }

  private Value value() {
    blanks();
    if (skip("null")) {
      return NullValue.NULL;
    } else if (skip("true")) {
      return BooleanValue.TRUE;
    } else if (skip("false")) {
      return BooleanValue.FALSE;
    } else if (skip("set()")) {
      return SetValue.EMPTY;
    } else if (skip("[")) {
      ArrayValue.Builder array = ArrayValue.builder();
      while (!skip("]")) {
        array.add(value());
        skip(",");
      }
      return array.build();
    } else if (skip("{")) {
      return braces();
    } else if (text.charAt(at) == '"') {
      return StringValue.of(quoted());
    } else if (skip("`")) {
      int end = text.indexOf('`', at);
      String raw = text.substring(at, end);
      at = end + 1;
      return StringValue.of(raw);
    }
    return number();
  }

  private Value braces() {
    if (skip("}")) {
      return ObjectValue.EMPTY;
    }
    Value first = value();
    if (!skip(":")) {
      SetValue.Builder set = SetValue.builder();
      set.add(first);
      while (!skip("}")) {
        skip(",");
        set.add(value());
      }
      return set.build();
    }
    ObjectValue.Builder object = ObjectValue.builder().put(first, value());
    while (!skip("}")) {
      skip(",");
      Value key = value();
      if (!skip(":")) {
        throw new IllegalArgumentException("no colon at " + at + ": " + text);
      }
      object.put(key, value());
    }
    return object.build();
  }

  private Value number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789_".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return NumberValue.parse(text.substring(start, at));
  }

  private String quoted() {
    StringBuilder out = new StringBuilder();
    at++;
    while (text.charAt(at) != '"') {
      char c = text.charAt(at);
      at++;
      if (c == '\\') {
        escape(out);
        at++;
      } else {
        out.append(c);
      }
    }
    at++;
    return out.toString();
  }

  private void escape(StringBuilder out) {
    switch (text.charAt(at)) {
      case 'n' -> out.append('\n');
      case 't' -> out.append('\t');
      case 'r' -> out.append('\r');
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'a' -> out.append('\u0007');
      case 'v' -> out.append('\u000b');
      case 'x' -> out.append((char) hex(2));
      case 'u' -> out.append((char) hex(4));
      case 'U' -> out.appendCodePoint(hex(8));
      default -> out.append(text.charAt(at));
    }
  }

  private int hex(int digits) {
    int value = Integer.parseInt(text.substring(at + 1, at + 1 + digits), 16);
    at += digits;
    return value;
  }
}

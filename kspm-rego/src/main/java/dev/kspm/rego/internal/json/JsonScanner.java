package dev.kspm.rego.internal.json;

import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.DataException.Problem;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.nio.charset.StandardCharsets;

/** Reads the scalars of a JSON text and tells what is wrong in Go's words. */
final class JsonScanner {
  private static final int LONG_DIGITS = 18;

  private final byte[] bytes;
  private final StringCache strings = new StringCache();
  private int at;

  JsonScanner(byte[] bytes) {
    this.bytes = bytes;
  }

  int position() {
    return at;
  }

  void skip(int count) {
    at += count;
  }

  boolean atEnd() {
    return at >= bytes.length;
  }

  /** The byte here, or -1 at the end. */
  int peek() {
    return at < bytes.length ? bytes[at] & 0xFF : -1;
  }

  void skipWhiteSpace() {
    while (at < bytes.length) {
      byte c = bytes[at];
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return;
      }
      at++;
    }
  }

  Value scalar() {
    int c = peek();
    return switch (c) {
      case '"' -> string();
      case 't' -> literal("true", BooleanValue.TRUE);
      case 'f' -> literal("false", BooleanValue.FALSE);
      case 'n' -> literal("null", NullValue.NULL);
      default -> {
        if (c == '-' || c >= '0' && c <= '9') {
          yield number();
        }
        throw unexpected("looking for beginning of value");
      }
    };
  }

  private Value literal(String word, Value value) {
    int from = at;
    for (int i = 1; i < word.length(); i++) {
      at = from + i;
      if (peek() != word.charAt(i)) {
        throw unexpected("in literal " + word + " (expecting '" + word.charAt(i) + "')");
      }
    }
    at = from + word.length();
    return value;
  }

  private NumberValue number() {
    int from = at;
    boolean negative = peek() == '-';
    if (negative) {
      at++;
    }
    int digitsFrom = at;
    if (peek() == '0') {
      at++;
    } else {
      digits("in numeric literal");
    }
    boolean integer = true;
    if (peek() == '.') {
      at++;
      digits("after decimal point in numeric literal");
      integer = false;
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits("in exponent of numeric literal");
      integer = false;
    }
    if (integer && at - digitsFrom <= LONG_DIGITS && !(negative && bytes[digitsFrom] == '0')) {
      long value = 0;
      for (int i = digitsFrom; i < at; i++) {
        value = value * 10 + bytes[i] - '0';
      }
      return NumberValue.of(negative ? -value : value);
    }
    return NumberValue.parse(new String(bytes, from, at - from, StandardCharsets.ISO_8859_1));
  }

  private void digits(String where) {
    int from = at;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    if (at == from) {
      throw unexpected(where);
    }
  }

  /** Reads the string whose opening quote is here. */
  StringValue string() {
    int from = ++at;
    while (at < bytes.length) {
      byte c = bytes[at];
      if (c == '"') {
        return strings.get(bytes, from, at++);
      }
      if (c == '\\' || c < ' ') {
        break;
      }
      at++;
    }
    return StringValue.of(text(from));
  }

  private String text(int from) {
    StringBuilder text =
        new StringBuilder(
            new String(bytes, from, at - from, StandardCharsets.ISO_8859_1)); // ASCII up to here
    while (true) {
      int c = peek();
      if (c == '"') {
        at++;
        return text.toString();
      } else if (c == '\\') {
        at++;
        escape(text);
      } else if (c < ' ') {
        throw unexpected("in string literal");
      } else {
        at += Utf8.appendCharacter(bytes, at, bytes.length, text);
      }
    }
  }

  private void escape(StringBuilder text) {
    int c = peek();
    at++;
    switch (c) {
      case '"', '\\', '/' -> text.append((char) c);
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case 'u' -> unicode(text);
      default -> {
        at--;
        throw unexpected("in string escape code");
      }
    }
  }

  /** A surrogate counts only when its other half follows at once. */
  private void unicode(StringBuilder text) {
    char c = hexadecimal();
    if (Character.isHighSurrogate(c)
        && at + 1 < bytes.length
        && bytes[at] == '\\'
        && bytes[at + 1] == 'u') {
      int back = at;
      at += 2;
      char low = hexadecimal();
      if (Character.isLowSurrogate(low)) {
        text.append(c).append(low);
        return;
      }
      at = back;
    }
    text.append(Character.isSurrogate(c) ? '\uFFFD' : c);
  }

  private char hexadecimal() {
    int c = 0;
    for (int i = 0; i < 4; i++) {
      int digit = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
      if (digit < 0) {
        throw unexpected("in \\u hexadecimal character escape");
      }
      c = c << 4 | digit;
      at++;
    }
    return (char) c;
  }

  /** The error for the byte here, or for the end of the text. */
  DataException unexpected(String where) {
    if (atEnd()) {
      return error(Problem.SYNTAX, "unexpected end of text", "unexpected EOF", at);
    }
    String text = "invalid character " + quoted(peek()) + " " + where;
    return error(Problem.SYNTAX, text, text, at);
  }

  DataException error(Problem problem, String text, String goText, int offset) {
    int row = 1;
    int lineStart = 0;
    for (int i = 0; i < offset; i++) {
      if (bytes[i] == '\n') {
        row++;
        lineStart = i + 1;
      }
    }
    int column = Utf8.decode(bytes, lineStart, offset).length() + 1;
    return new DataException(problem, text, goText, offset, row, column);
  }

  /** Go takes the byte for a character of Latin-1. */
  static String quoted(int c) {
    String inside =
        switch (c) {
          case '\'' -> "\\'";
          case '\\' -> "\\\\";
          case 0x07 -> "\\a";
          case '\b' -> "\\b";
          case '\f' -> "\\f";
          case '\n' -> "\\n";
          case '\r' -> "\\r";
          case '\t' -> "\\t";
          case 0x0B -> "\\v";
          default -> {
            if (c < ' ' || c == 0x7F) {
              yield "\\x" + hex(c);
            }
            yield c >= 0x80 && c <= 0xA0 || c == 0xAD ? "\\u00" + hex(c) : "" + (char) c;
          }
        };
    return "'" + inside + "'";
  }

  private static String hex(int c) {
    return "" + Character.forDigit(c >> 4, 16) + Character.forDigit(c & 15, 16);
  }
}

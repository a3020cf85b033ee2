package dev.kspm.rego.internal.builtins;

/** Text in quotes as Go's {@code strconv} writes it. */
final class GoQuote {
  private static final String HEX = "0123456789abcdef";

  private GoQuote() {}

  static String string(String text, boolean ascii) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      append(out, c, '"', ascii);
      i += Character.charCount(c);
    }
    return out.append('"').toString();
  }

  static String rune(int codePoint, boolean ascii) {
    StringBuilder out = new StringBuilder("'");
    append(out, codePoint, '\'', ascii);
    return out.append('\'').toString();
  }

  /** Whether a text can stand between backquotes. */
  static boolean canBackquote(String text) {
    return text.codePoints()
        .noneMatch(c -> c < ' ' && c != '\t' || c == '`' || c == 0x7f || c == 0xfeff);
  }

  private static void append(StringBuilder out, int c, char quote, boolean ascii) {
    if (c == quote || c == '\\') {
      out.append('\\').append((char) c);
      return;
    }
    if (ascii ? c >= 0x20 && c < 0x7f : isPrintable(c)) {
      out.appendCodePoint(c);
      return;
    }
    switch (c) {
      case 0x07 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 0x0b -> out.append("\\v");
      default -> {
        if (c < ' ' || c == 0x7f) {
          hex(out.append("\\x"), c, 2);
        } else if (c < 0x10000) {
          hex(out.append("\\u"), c, 4);
        } else {
          hex(out.append("\\U"), c, 8);
        }
      }
    }
  }

  private static void hex(StringBuilder out, int c, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.append(HEX.charAt(c >> shift & 15));
    }
  }

  /** Whether Go prints a character as it is. */
  static boolean isPrintable(int c) {
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

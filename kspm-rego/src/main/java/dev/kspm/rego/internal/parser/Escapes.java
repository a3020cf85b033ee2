package dev.kspm.rego.internal.parser;

import org.jspecify.annotations.Nullable;

/** Decodes the escapes of JSON strings. */
final class Escapes {
  private static final char REPLACEMENT = '\uFFFD';

  private Escapes() {}

  /** The text between two indexes, or {@code null} if it has a broken {@code \\u} escape. */
  static @Nullable String decode(String text, int start, int end) {
    int i = text.indexOf('\\', start);
    if (i < 0 || i >= end) {
      return text.substring(start, end);
    }
    StringBuilder out = new StringBuilder(end - start);
    out.append(text, start, i);
    while (i < end) {
      char c = text.charAt(i++);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char escape = text.charAt(i++);
      if (escape != 'u') {
        out.append(simple(escape));
        continue;
      }
      int unit = hex(text, i, end);
      if (unit < 0) {
        return null;
      }
      i += 4;
      if (!Character.isSurrogate((char) unit)) {
        out.append((char) unit);
        continue;
      }
      int low =
          i + 1 < end && text.charAt(i) == '\\' && text.charAt(i + 1) == 'u'
              ? hex(text, i + 2, end)
              : -1;
      if (Character.isHighSurrogate((char) unit)
          && low >= 0
          && Character.isLowSurrogate((char) low)) {
        out.append((char) unit).append((char) low);
        i += 6;
      } else {
        out.append(REPLACEMENT);
      }
    }
    return out.toString();
  }

  static char simple(char escape) {
    return switch (escape) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escape;
    };
  }

  private static int hex(String text, int start, int end) {
    if (start + 4 > end) {
      return -1;
    }
    int unit = 0;
    for (int i = start; i < start + 4; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || text.charAt(i) > 'f') {
        return -1;
      }
      unit = unit * 16 + digit;
    }
    return unit;
  }
}

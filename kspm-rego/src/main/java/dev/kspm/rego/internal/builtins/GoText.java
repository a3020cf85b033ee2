package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.value.StringValue;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/** Go's strings, which are bytes, and Java's. */
final class GoText {
  /** The order of the UTF-8 bytes. */
  static final Comparator<String> BYTE_ORDER =
      (a, b) -> StringValue.of(a).compareTo(StringValue.of(b));

  private GoText() {}

  /** Bytes as text; each byte that belongs to no character becomes U+FFFD. */
  static String decode(byte[] utf8) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? text : slowly(utf8);
  }

  /** A text taken apart into bytes: each byte of other than ASCII becomes U+FFFD. */
  static String byBytes(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      out.append(b >= 0 ? (char) b : '\uFFFD');
    }
    return out.toString();
  }

  private static String slowly(byte[] utf8) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < utf8.length; ) {
      int length = characterLength(utf8, i);
      if (length == 0) {
        out.append('\uFFFD');
        i++;
      } else {
        out.append(new String(utf8, i, length, StandardCharsets.UTF_8));
        i += length;
      }
    }
    return out.toString();
  }

  /** The number of bytes of the character that begins at a place, or 0 when none does. */
  private static int characterLength(byte[] utf8, int at) {
    int first = utf8[at] & 0xff;
    int length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (first > 0xf4 || at + length > utf8.length) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((utf8[at + i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    int second = length > 1 ? utf8[at + 1] & 0xff : 0;
    boolean allowed =
        switch (first) {
          case 0xe0 -> second >= 0xa0;
          case 0xed -> second < 0xa0;
          case 0xf0 -> second >= 0x90;
          case 0xf4 -> second < 0x90;
          default -> true;
        };
    return allowed ? length : 0;
  }

  /** A byte as {@code %#U} shows it behind the number, or nothing when it is not printable. */
  static String quotedByte(int b) {
    return GoQuote.isPrintable(b) ? " '" + (char) b + "'" : "";
  }
}

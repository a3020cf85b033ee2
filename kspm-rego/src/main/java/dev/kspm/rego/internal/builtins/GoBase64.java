package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Base64 as Go decodes it: line breaks are passed over, everything else must be exact. */
final class GoBase64 {
  private static final int GROUP = 4;

  private final byte[] text;
  private final boolean url;
  private int at;

  private GoBase64(byte[] text, boolean url) {
    this.text = text;
    this.url = url;
  }

  static byte[] decode(String text) {
    return new GoBase64(text.getBytes(StandardCharsets.UTF_8), false).decode();
  }

  /** Decodes the alphabet for URLs, which may come without padding. */
  static byte[] decodeUrl(String text) {
    String padded = text;
    if (!text.endsWith("=")) {
      int rest = text.getBytes(StandardCharsets.UTF_8).length % GROUP;
      if (rest == 1) {
        throw BuiltinException.failed("illegal base64url string: " + text);
      }
      padded += rest == 0 ? "" : "=".repeat(GROUP - rest);
    }
    return new GoBase64(padded.getBytes(StandardCharsets.UTF_8), true).decode();
  }

  private int digit(int c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    } else if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    } else if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    } else if (c == (url ? '-' : '+')) {
      return 62;
    }
    return c == (url ? '_' : '/') ? 63 : -1;
  }

  private static BuiltinException illegal(int position) {
    return BuiltinException.failed("illegal base64 data at input byte " + position);
  }

  private void skipBreaks() {
    while (at < text.length && (text[at] == '\n' || text[at] == '\r')) {
      at++;
    }
  }

  private byte[] decode() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int bits = 0;
    int count = 0;
    for (skipBreaks(); at < text.length; skipBreaks()) {
      int c = text[at];
      at++;
      int digit = c < 0 ? -1 : digit(c);
      if (digit >= 0) {
        bits = bits << 6 | digit;
        count++;
        if (count == GROUP) {
          write(out, bits, 3);
          bits = 0;
          count = 0;
        }
      } else if (c == '=') {
        padding(out, bits, count);
        return out.toByteArray();
      } else {
        throw illegal(at - 1);
      }
    }
    if (count > 0) {
      throw illegal(at - count);
    }
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, int bits, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write(bits >> 16 - 8 * i);
    }
  }

  private void padding(ByteArrayOutputStream out, int bits, int count) {
    if (count < 2) {
      throw illegal(at - 1);
    }
    if (count == 2) {
      skipBreaks();
      if (at == text.length) {
        throw illegal(text.length);
      }
      if (text[at] != '=') {
        throw illegal(at - 1);
      }
      at++;
    }
    skipBreaks();
    if (at < text.length) {
      throw illegal(at);
    }
    write(out, bits << 6 * (GROUP - count), count - 1);
  }
}

package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.StringValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Percent-encoding as in the query of a URL. */
final class UrlQuery {
  private static final String HEX = "0123456789ABCDEF";

  private UrlQuery() {}

  static String escape(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || "-_.~".indexOf(c) >= 0)) {
        out.append(c);
      } else if (c == ' ') {
        out.append('+');
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return out.toString();
  }

  static String unescape(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '+') {
        out.write(' ');
      } else if (bytes[i] != '%') {
        out.write(bytes[i]);
      } else {
        int high = i + 2 < bytes.length ? digit(bytes[i + 1]) : -1;
        int low = i + 2 < bytes.length ? digit(bytes[i + 2]) : -1;
        if (high < 0 || low < 0) {
          throw invalid(bytes, i);
        }
        out.write(high << 4 | low);
        i += 2;
      }
    }
    return GoText.decode(out.toByteArray());
  }

  static int digit(byte b) {
    return b < 0 ? -1 : Character.digit(b, 16);
  }

  static BuiltinException invalid(byte[] text, int at) {
    int end = Math.min(at + 3, text.length);
    String part = GoText.decode(Arrays.copyOfRange(text, at, end));
    return BuiltinException.failed("invalid URL escape " + StringValue.of(part));
  }
}

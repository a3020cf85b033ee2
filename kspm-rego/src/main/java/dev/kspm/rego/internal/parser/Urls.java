package dev.kspm.rego.internal.parser;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** URLs of related resources, checked and written as Go's library does. */
final class Urls {
  private static final String UNESCAPED = "-_.~!$&'()*+,;=:@/?#[]%";

  private Urls() {}

  /** What is wrong with a URL, or {@code null}. */
  static @Nullable String problem(String url) {
    if (url.isEmpty()) {
      return "ref URL may not be empty string";
    }
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c < 0x20 || c == 0x7F) {
        return parse(url) + "net/url: invalid control character in URL";
      }
      if (c == '%' && !(isHex(url, i + 1) && isHex(url, i + 2))) {
        String escape = url.substring(i, Math.min(i + 3, url.length()));
        return parse(url) + "invalid URL escape \"" + escape + "\"";
      }
    }
    int host = url.indexOf("//");
    if (host >= 0 && url.startsWith("[", host + 2) && url.indexOf(']', host) < 0) {
      return parse(url) + "missing ']' in host";
    }
    if (url.startsWith(":")) {
      return parse(url) + "missing protocol scheme";
    }
    return null;
  }

  private static String parse(String url) {
    return "parse \"" + url + "\": ";
  }

  private static boolean isHex(String url, int i) {
    return i < url.length() && Character.digit(url.charAt(i), 16) >= 0;
  }

  /** The URL with everything escaped that has to be. */
  static String text(String url) {
    StringBuilder out = new StringBuilder(url.length());
    for (byte b : url.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || UNESCAPED.indexOf(c) >= 0;
      if (plain) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return out.toString();
  }
}

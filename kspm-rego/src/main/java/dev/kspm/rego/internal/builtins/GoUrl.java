package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.StringValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A URL taken apart as Go's {@code net/url} does it. */
final class GoUrl {
  private static final String UNRESERVED = "-_.~";
  private static final String HOST = UNRESERVED + "!$&'()*+,;=:[]<>\"";
  private static final String USER = "-._:~!$&'()*+,;=%@";
  private static final String PATH = UNRESERVED + "$&+,/:;=@";

  private final String whole;
  private String text;
  private String scheme = "";
  private String host = "";
  private String path = "";
  private String rawPath = "";
  private String query = "";
  private String fragment = "";

  private GoUrl(String whole, String text) {
    this.whole = whole;
    this.text = text;
  }

  static GoUrl parse(String url) {
    int hash = url.indexOf('#');
    String main = hash < 0 ? url : url.substring(0, hash);
    GoUrl parsed = new GoUrl(main, main);
    parsed.main();
    if (hash >= 0) {
      parsed.fragment = new GoUrl(url, "").unescape(url.substring(hash + 1), false);
    }
    return parsed;
  }

  String scheme() {
    return scheme;
  }

  /** The host without port and brackets. */
  String hostname() {
    String name = host;
    int colon = name.lastIndexOf(':');
    if (colon >= 0 && isPort(name.substring(colon))) {
      name = name.substring(0, colon);
    }
    return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
  }

  String port() {
    int colon = host.lastIndexOf(':');
    return colon >= 0 && isPort(host.substring(colon)) ? host.substring(colon + 1) : "";
  }

  String path() {
    return path;
  }

  String rawPath() {
    return rawPath.isEmpty() ? path : rawPath;
  }

  String query() {
    return query;
  }

  String fragment() {
    return fragment;
  }

  private BuiltinException error(String why) {
    return BuiltinException.failed("parse " + GoQuote.string(whole, false) + ": " + why);
  }

  private void main() {
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw error("net/url: invalid control character in URL");
    }
    if (text.equals("*")) {
      path = "*";
      return;
    }
    readScheme();
    int question = text.indexOf('?');
    if (question >= 0) {
      query = text.substring(question + 1);
      text = text.substring(0, question);
    }
    if (!text.startsWith("/")) {
      if (!scheme.isEmpty()) {
        return;
      }
      int slash = text.indexOf('/');
      if ((slash < 0 ? text : text.substring(0, slash)).contains(":")) {
        throw error("first path segment in URL cannot contain colon");
      }
    }
    if (text.startsWith("//") && (!scheme.isEmpty() || !text.startsWith("///"))) {
      int slash = text.indexOf('/', 2);
      String authority = slash < 0 ? text.substring(2) : text.substring(2, slash);
      text = slash < 0 ? "" : text.substring(slash);
      authority(authority);
    }
    path = unescape(text, false);
    rawPath = escapePath(path).equals(text) ? "" : text;
  }

  private void readScheme() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (c == ':') {
        if (i == 0) {
          throw error("missing protocol scheme");
        }
        scheme = text.substring(0, i).toLowerCase(Locale.ROOT);
        text = text.substring(i + 1);
        return;
      } else if (!letter && (i == 0 || !(c >= '0' && c <= '9' || "+-.".indexOf(c) >= 0))) {
        return;
      }
    }
  }

  private void authority(String authority) {
    int at = authority.lastIndexOf('@');
    host = host(authority.substring(at + 1));
    if (at >= 0) {
      String user = authority.substring(0, at);
      if (!user.chars().allMatch(c -> isAlphanumeric(c) || USER.indexOf(c) >= 0)) {
        throw error("net/url: invalid userinfo");
      }
      unescape(user, false);
    }
  }

  private static boolean isAlphanumeric(int c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  private static boolean isPort(String port) {
    return port.isEmpty()
        || port.startsWith(":") && port.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
  }

  private String host(String raw) {
    if (raw.startsWith("[")) {
      int end = raw.lastIndexOf(']');
      if (end < 0) {
        throw error("missing ']' in host");
      }
      port(raw.substring(end + 1));
      return bracketed(raw, end);
    }
    int colon = raw.indexOf(':');
    if (colon >= 0) {
      port(raw.substring(colon));
    }
    return unescape(raw, true);
  }

  private void port(String port) {
    if (!isPort(port)) {
      throw error("invalid port " + GoQuote.string(port, false) + " after host");
    }
  }

  private String bracketed(String raw, int end) {
    int zone = raw.substring(0, end).indexOf("%25");
    String inner;
    if (zone < 0) {
      inner = unescape(raw.substring(1, end), true);
    } else {
      inner = unescape(raw.substring(1, zone), true) + unescape(raw.substring(zone, end), false);
    }
    String why = IpAddress.whyNot(inner);
    if (why != null) {
      throw error("invalid host: ParseAddr(" + GoQuote.string(inner, false) + "): " + why);
    }
    return "[" + inner + "]" + raw.substring(end + 1);
  }

  /** Takes percent signs away; in a host they may only stand for other than ASCII. */
  private String unescape(String part, boolean inHost) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '%') {
        int high = i + 2 < bytes.length ? UrlQuery.digit(bytes[i + 1]) : -1;
        int low = i + 2 < bytes.length ? UrlQuery.digit(bytes[i + 2]) : -1;
        if (high < 0 || low < 0 || inHost && high < 8) {
          throw error(String.valueOf(UrlQuery.invalid(bytes, i).getMessage()));
        }
        out.write(high << 4 | low);
        i += 2;
      } else {
        if (inHost && b >= 0 && !isAlphanumeric(b) && HOST.indexOf(b) < 0) {
          throw error(
              "invalid character " + StringValue.of(String.valueOf((char) b)) + " in host name");
        }
        out.write(b);
      }
    }
    return GoText.decode(out.toByteArray());
  }

  private static String escapePath(String path) {
    StringBuilder out = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      if (isAlphanumeric(b & 0xff) || b >= 0 && PATH.indexOf(b) >= 0) {
        out.append((char) b);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
      }
    }
    return out.toString();
  }
}

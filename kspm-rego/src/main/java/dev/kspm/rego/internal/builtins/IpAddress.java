package dev.kspm.rego.internal.builtins;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** IP addresses as 4 or 16 bytes, in the spellings that Go takes. */
final class IpAddress {
  static final int V4 = 4;
  static final int V6 = 16;

  private IpAddress() {}

  /** The bytes of an address without a zone, or {@code null}. */
  static byte @Nullable [] parse(String text) {
    if (text.indexOf('%') >= 0) {
      return null;
    }
    return text.indexOf(':') >= 0 ? v6(text) : v4(text);
  }

  /** Why a text is no IPv6 address with or without a zone, or {@code null} when it is one. */
  static @Nullable String whyNot(String text) {
    int percent = text.indexOf('%');
    String address = percent < 0 ? text : text.substring(0, percent);
    if (address.indexOf(':') >= 0 && v6(address) != null) {
      return percent >= 0 && percent == text.length() - 1
          ? "zone must be a non-empty string"
          : null;
    }
    return address.indexOf(':') < 0 && v4(address) != null ? null : "unable to parse IP";
  }

  private static byte @Nullable [] v4(String text) {
    byte[] out = new byte[V4];
    int at = 0;
    for (int i = 0; i < V4; i++) {
      if (i > 0) {
        if (at >= text.length() || text.charAt(at) != '.') {
          return null;
        }
        at++;
      }
      int start = at;
      int value = 0;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        value = value * 10 + (text.charAt(at) - '0');
        at++;
        if (value > 255) {
          return null;
        }
      }
      if (at == start || at - start > 1 && text.charAt(start) == '0') {
        return null;
      }
      out[i] = (byte) value;
    }
    return at == text.length() ? out : null;
  }

  private static byte @Nullable [] v6(String text) {
    byte[] out = new byte[V6];
    int size = 0;
    int gap = -1;
    int at = 0;
    if (text.startsWith("::")) {
      gap = 0;
      at = 2;
      if (at == text.length()) {
        return out;
      }
    }
    while (size < V6) {
      int start = at;
      int value = 0;
      while (at < text.length() && hex(text.charAt(at)) >= 0) {
        value = value << 4 | hex(text.charAt(at));
        at++;
        if (at - start > 4) {
          return null;
        }
      }
      if (at == start) {
        return null;
      }
      if (at < text.length() && text.charAt(at) == '.') {
        byte[] tail = gap < 0 && size != 12 || size + V4 > V6 ? null : v4(text.substring(start));
        if (tail == null) {
          return null;
        }
        System.arraycopy(tail, 0, out, size, V4);
        size += V4;
        at = text.length();
        break;
      }
      out[size] = (byte) (value >> 8);
      out[size + 1] = (byte) value;
      size += 2;
      if (at == text.length()) {
        break;
      }
      if (text.charAt(at) != ':' || at + 1 == text.length()) {
        return null;
      }
      at++;
      if (text.charAt(at) == ':') {
        if (gap >= 0) {
          return null;
        }
        gap = size;
        at++;
        if (at == text.length()) {
          break;
        }
      }
    }
    if (at != text.length() || size == V6 && gap >= 0 || size < V6 && gap < 0) {
      return null;
    }
    return gap < 0 ? out : spread(out, gap, size);
  }

  /** Moves what stands behind the gap to the end. */
  private static byte[] spread(byte[] bytes, int gap, int size) {
    byte[] out = new byte[V6];
    System.arraycopy(bytes, 0, out, 0, gap);
    System.arraycopy(bytes, gap, out, V6 - (size - gap), size - gap);
    return out;
  }

  private static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  /** An IPv4 address that is written as IPv6 becomes one of 4 bytes. */
  static byte[] unmapped(byte[] address) {
    if (address.length == V4) {
      return address;
    }
    for (int i = 0; i < 10; i++) {
      if (address[i] != 0) {
        return address;
      }
    }
    return address[10] == -1 && address[11] == -1 ? Arrays.copyOfRange(address, 12, V6) : address;
  }

  static String text(byte[] bytes) {
    byte[] address = unmapped(bytes);
    StringBuilder out = new StringBuilder();
    if (address.length == V4) {
      for (byte b : address) {
        out.append(out.isEmpty() ? "" : ".").append(b & 0xff);
      }
      return out.toString();
    }
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (address[2 * i] & 0xff) << 8 | address[2 * i + 1] & 0xff;
    }
    int start = -1;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
    }
    for (int i = 0; i < 8; i++) {
      if (i == start) {
        out.append("::");
        i += length - 1;
      } else {
        out.append(i > 0 && i != start + length ? ":" : "").append(Integer.toHexString(groups[i]));
      }
    }
    return out.toString();
  }
}

package dev.kspm.rego.internal.json;

import dev.kspm.rego.value.StringValue;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one value for equal short ASCII strings of a document, which are mostly keys.
 *
 * <p>A slot holds the string seen last; strings whose hashes collide push each other out, so nobody
 * can make a look-up long.
 */
final class StringCache {
  private static final int LONGEST = 32;
  private static final int SLOTS = 2048;

  private final @Nullable StringValue[] slots = new @Nullable StringValue[SLOTS];

  /** The value of a stretch of ASCII bytes. */
  StringValue get(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return StringValue.of(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    int slot = (hash ^ hash >>> 15) & SLOTS - 1;
    StringValue known = slots[slot];
    if (known != null && same(known.value(), bytes, from, to)) {
      return known;
    }
    StringValue made =
        StringValue.of(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    slots[slot] = made;
    return made;
  }

  private static boolean same(String text, byte[] bytes, int from, int to) {
    if (text.length() != to - from) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }
}

package dev.kspm.rego.internal.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 as Go reads it: each byte that belongs to no character becomes one U+FFFD, where the JDK
 * joins several.
 */
public final class Utf8 {
  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  private Utf8() {}

  /** Bytes of a text; a surrogate without its other half becomes U+FFFD. */
  public static byte[] encode(String text) {
    try {
      ByteBuffer bytes =
          StandardCharsets.UTF_8
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .replaceWith(REPLACEMENT)
              .encode(CharBuffer.wrap(text));
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      return copy;
    } catch (CharacterCodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Text of a stretch of bytes. */
  public static String decode(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    for (int i = from; i < to; ) {
      i += appendCharacter(bytes, i, to, text);
    }
    return text.toString();
  }

  /**
   * The text of a source file, in which each byte that belongs to no character stays one: a
   * surrogate U+DC80 to U+DCFF without another one before it, for the parser to complain of.
   */
  public static String decodeSource(byte[] bytes) {
    if (firstMalformed(bytes) < 0) {
      return decode(bytes, 0, bytes.length);
    }
    StringBuilder text = new StringBuilder(bytes.length);
    for (int i = 0; i < bytes.length; ) {
      if (length(bytes, i, bytes.length) == 0) {
        text.append((char) (0xDC00 | bytes[i++] & 0xFF));
      } else {
        i += appendCharacter(bytes, i, bytes.length, text);
      }
    }
    return text.toString();
  }

  /** Appends the character at an index, or U+FFFD; gives the number of bytes it takes. */
  static int appendCharacter(byte[] bytes, int i, int to, StringBuilder text) {
    int first = bytes[i] & 0xFF;
    if (first < 0x80) {
      text.append((char) first);
      return 1;
    }
    int length = length(bytes, i, to);
    if (length == 0) {
      text.append('\uFFFD');
      return 1;
    }
    int c = first & 0xFF >> length + 1;
    for (int k = 1; k < length; k++) {
      c = c << 6 | bytes[i + k] & 0x3F;
    }
    text.appendCodePoint(c);
    return length;
  }

  /** The length of the well-formed character at an index, or 0. */
  static int length(byte[] bytes, int i, int to) {
    int first = bytes[i] & 0xFF;
    int length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (first > 0xF4 || length == 0 || i + length > to) {
      return 0;
    }
    for (int k = 1; k < length; k++) {
      if ((bytes[i + k] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int second = length > 1 ? bytes[i + 1] & 0xFF : 0;
    boolean outside =
        first == 0xE0 && second < 0xA0 // written longer than needed
            || first == 0xED && second > 0x9F // a surrogate
            || first == 0xF0 && second < 0x90 // written longer than needed
            || first == 0xF4 && second > 0x8F; // above U+10FFFF
    return outside ? 0 : length;
  }

  /** The index of the first byte that belongs to no character, or -1. */
  public static int firstMalformed(byte[] bytes) {
    for (int i = 0; i < bytes.length; ) {
      int length = bytes[i] >= 0 ? 1 : length(bytes, i, bytes.length);
      if (length == 0) {
        return i;
      }
      i += length;
    }
    return -1;
  }
}

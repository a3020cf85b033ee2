package dev.kspm.rego.internal.bundle;

import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the plain files of a tar archive: ustar, with the long names of GNU and of PAX. */
final class TarReader {
  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int SIZE = 124;
  private static final int TYPE = 156;
  private static final int MAGIC = 257;
  private static final int PREFIX = 345;

  private final byte[] archive;
  private int at;

  TarReader(byte[] archive) {
    this.archive = archive;
  }

  /**
   * All files in their order.
   *
   * @throws EOFException if the archive ends too early
   */
  List<BundleFile> entries() throws EOFException {
    List<BundleFile> entries = new ArrayList<>();
    String longName = "";
    while (at < archive.length) {
      byte[] header = take(BLOCK);
      if (isZero(header)) {
        break;
      }
      byte[] bytes = take((int) number(header, SIZE, 12));
      at = Math.min(archive.length, at + (BLOCK - bytes.length % BLOCK) % BLOCK);
      char type = (char) header[TYPE];
      if (type == 'L') {
        longName = text(bytes, 0, bytes.length);
      } else if (type == 'x') {
        longName = paxPath(new String(bytes, StandardCharsets.UTF_8), longName);
      } else {
        if (type == '0' || type == 0) {
          String name = longName.isEmpty() ? name(header) : longName;
          entries.add(new BundleFile(name, name, bytes));
        }
        longName = type == 'g' ? longName : "";
      }
    }
    return entries;
  }

  private byte[] take(int length) throws EOFException {
    if (length < 0 || length > archive.length - at) {
      throw new EOFException();
    }
    at += length;
    return Arrays.copyOfRange(archive, at - length, at);
  }

  private static boolean isZero(byte[] block) {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  private static String name(byte[] header) {
    String name = text(header, 0, NAME);
    String prefix = text(header, MAGIC, 6).startsWith("ustar") ? text(header, PREFIX, 155) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  /** A number in octal digits, or in binary when its first bit is set. */
  private static long number(byte[] header, int from, int length) {
    long value = 0;
    if ((header[from] & 0x80) != 0) {
      for (int i = from + length - 8; i < from + length; i++) {
        value = value << 8 | header[i] & 0xff;
      }
      return value;
    }
    for (char c : text(header, from, length).strip().toCharArray()) {
      value = value * 8 + (c - '0');
    }
    return value > Integer.MAX_VALUE ? -1 : value;
  }

  /** The path among PAX records {@code LENGTH KEY=VALUE}. */
  private static String paxPath(String records, String otherwise) {
    for (String record : records.split("\n")) {
      int key = record.indexOf(' ') + 1;
      if (record.startsWith("path=", key)) {
        return record.substring(key + "path=".length());
      }
    }
    return otherwise;
  }
}

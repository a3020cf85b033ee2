package dev.kspm.cli;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sizes as people write them: {@code 64MiB}, {@code 10k}, {@code 1000}; a bare letter counts in
 * 1024s.
 */
final class ByteSize {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,18})\\s*([a-z]*)");
  private static final Map<String, Long> UNITS =
      Map.of(
          "", 1L,
          "b", 1L,
          "k", 1L << 10,
          "kib", 1L << 10,
          "m", 1L << 20,
          "mib", 1L << 20,
          "g", 1L << 30,
          "gib", 1L << 30);

  private ByteSize() {}

  static long parse(String option, String text) {
    Matcher size = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
    Long unit = size.matches() ? UNITS.get(size.group(2)) : null;
    if (unit != null) {
      BigInteger bytes = new BigInteger(size.group(1)).multiply(BigInteger.valueOf(unit));
      if (bytes.bitLength() < Long.SIZE) {
        return bytes.longValue();
      }
    }
    throw new InputError(option + ": \"" + text + "\" is no size such as 64MiB");
  }
}

package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinException;
import java.math.BigInteger;
import java.util.Map;

/** Durations such as {@code 1h30m}, with days, weeks and years added to Go's units. */
final class GoDuration {
  private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(63);
  private static final long SECOND = 1_000_000_000L;
  private static final long DAY = 86_400 * SECOND;
  private static final Map<String, Long> UNITS =
      Map.of(
          "ns",
          1L,
          "us",
          1_000L,
          "µs",
          1_000L,
          "μs",
          1_000L,
          "ms",
          1_000_000L,
          "s",
          SECOND,
          "m",
          60 * SECOND,
          "h",
          3600 * SECOND,
          "d",
          DAY,
          "w",
          7 * DAY);
  private static final long YEAR = 365 * DAY;

  private GoDuration() {}

  private static BuiltinException invalid(String text) {
    return BuiltinException.failed("time: invalid duration " + GoTime.quote(text));
  }

  /** Nanoseconds. */
  static long parse(String text) {
    boolean negative = text.startsWith("-");
    int at = negative || text.startsWith("+") ? 1 : 0;
    if (text.substring(at).equals("0")) {
      return 0;
    }
    if (at == text.length()) {
      throw invalid(text);
    }
    BigInteger sum = BigInteger.ZERO;
    while (at < text.length()) {
      int start = at;
      at = digits(text, at);
      BigInteger value = integer(text.substring(start, at));
      int wholeDigits = at - start;
      String fraction = "";
      if (at < text.length() && text.charAt(at) == '.') {
        int end = digits(text, at + 1);
        fraction = text.substring(at + 1, end);
        at = end;
      }
      if (wholeDigits == 0 && fraction.isEmpty()) {
        throw invalid(text);
      }
      start = at;
      while (at < text.length() && text.charAt(at) != '.' && !isDigit(text.charAt(at))) {
        at++;
      }
      String unit = text.substring(start, at);
      if (unit.isEmpty()) {
        throw BuiltinException.failed("time: missing unit in duration " + GoTime.quote(text));
      }
      long scale = unit.equals("y") ? YEAR : UNITS.getOrDefault(unit, 0L);
      if (scale == 0) {
        throw BuiltinException.failed(
            "time: unknown unit " + GoTime.quote(unit) + " in duration " + GoTime.quote(text));
      }
      sum = sum.add(value.multiply(BigInteger.valueOf(scale))).add(part(fraction, scale));
      if (value.compareTo(LIMIT) > 0 || sum.compareTo(LIMIT) > 0) {
        throw invalid(text);
      }
    }
    if (!negative && sum.equals(LIMIT)) {
      throw invalid(text);
    }
    return (negative ? sum.negate() : sum).longValue();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static BigInteger integer(String digits) {
    String plain = digits.replaceFirst("^0+", "");
    if (plain.length() > 20) {
      return LIMIT.shiftLeft(1);
    }
    return plain.isEmpty() ? BigInteger.ZERO : new BigInteger(plain);
  }

  /** A fraction of a unit; digits beyond 64 bits are passed over. */
  private static BigInteger part(String digits, long scale) {
    String kept = digits.length() > 18 ? digits.substring(0, 18) : digits;
    return kept.isEmpty()
        ? BigInteger.ZERO
        : BigInteger.valueOf(
            (long) (Double.parseDouble(kept) * (scale / Math.pow(10, kept.length()))));
  }
}

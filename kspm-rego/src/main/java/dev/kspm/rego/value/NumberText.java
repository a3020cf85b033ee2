package dev.kspm.rego.value;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The grammar of JSON numbers, and questions about exact values that stay cheap for huge exponents.
 */
public final class NumberText {
  /**
   * Exponents beyond this are clamped: no value of that size can be told from another by a program
   * that ends.
   */
  private static final int MAX_EXPONENT = 1_000_000_000;

  /** Up to so many digits the JDK's way of reading them, which takes their square, is the best. */
  private static final int FEW_DIGITS = 500;

  private NumberText() {}

  /** Whether the text is a number of JSON's grammar. */
  public static boolean isJsonNumber(String s) {
    int n = s.length();
    int i = 0;
    if (i < n && s.charAt(i) == '-') {
      i++;
    }
    int digits = digits(s, i);
    if (digits == 0 || digits > 1 && s.charAt(i) == '0') {
      return false;
    }
    i += digits;
    if (i < n && s.charAt(i) == '.') {
      int fraction = digits(s, i + 1);
      if (fraction == 0) {
        return false;
      }
      i += 1 + fraction;
    }
    if (i < n && (s.charAt(i) == 'e' || s.charAt(i) == 'E')) {
      i++;
      if (i < n && (s.charAt(i) == '+' || s.charAt(i) == '-')) {
        i++;
      }
      int exponent = digits(s, i);
      if (exponent == 0) {
        return false;
      }
      i += exponent;
    }
    return i == n;
  }

  private static int digits(String s, int from) {
    int i = from;
    while (i < s.length() && s.charAt(i) >= '0' && s.charAt(i) <= '9') {
      i++;
    }
    return i - from;
  }

  static boolean isCanonicalLong(String s) {
    int n = s.length();
    if (n > 20 || s.equals("-0")) {
      return false;
    }
    for (int i = s.charAt(0) == '-' ? 1 : 0; i < n; i++) {
      if (s.charAt(i) < '0' || s.charAt(i) > '9') {
        return false;
      }
    }
    if (n < 18) {
      return true;
    }
    try {
      Long.parseLong(s);
      return true;
    } catch (NumberFormatException tooLarge) {
      return false;
    }
  }

  static BigDecimal exact(String text) {
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    if (e < 0) {
      return decimal(text);
    }
    BigDecimal mantissa = decimal(text.substring(0, e));
    if (mantissa.signum() == 0) {
      return BigDecimal.ZERO;
    }
    return mantissa.scaleByPowerOfTen(exponent(text.substring(e + 1)));
  }

  /** A number without exponent; half a million digits take a fraction of a second. */
  private static BigDecimal decimal(String text) {
    if (text.length() <= FEW_DIGITS) {
      return new BigDecimal(text);
    }
    boolean negative = text.charAt(0) == '-';
    int point = text.indexOf('.');
    String digits = (negative ? text.substring(1) : text).replace(".", "");
    BigInteger unscaled = integer(digits, 0, digits.length());
    int scale = point < 0 ? 0 : text.length() - point - 1;
    return new BigDecimal(negative ? unscaled.negate() : unscaled, scale);
  }

  private static BigInteger integer(String digits, int from, int to) {
    if (to - from <= FEW_DIGITS) {
      return new BigInteger(digits.substring(from, to));
    }
    int middle = (from + to) >>> 1;
    return integer(digits, from, middle)
        .multiply(BigInteger.TEN.pow(to - middle))
        .add(integer(digits, middle, to));
  }

  private static int exponent(String digits) {
    boolean negative = digits.startsWith("-");
    BigInteger wanted = new BigInteger(digits.startsWith("+") ? digits.substring(1) : digits);
    if (wanted.bitLength() > 31 || Math.abs(wanted.longValue()) > MAX_EXPONENT) {
      return negative ? -MAX_EXPONENT : MAX_EXPONENT;
    }
    return wanted.intValue();
  }

  /** Whether the value is an integer, without writing out its digits. */
  public static boolean isIntegral(BigDecimal value) {
    return value.signum() == 0 || value.scale() <= 0 || value.stripTrailingZeros().scale() <= 0;
  }

  static int hash(BigDecimal value) {
    if (value.signum() == 0) {
      return Long.hashCode(0);
    }
    BigDecimal stripped = value.stripTrailingZeros();
    if (stripped.scale() <= 0 && (long) stripped.precision() - stripped.scale() <= 19) {
      BigInteger integer = stripped.toBigInteger();
      if (integer.bitLength() < 64) {
        return Long.hashCode(integer.longValue());
      }
    }
    return stripped.hashCode();
  }
}

package dev.kspm.rego.internal.builtins;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest digits that lie between two bounds around a positive number.
 *
 * @param digits decimal digits without trailing zeros
 * @param point how many of the digits stand before the decimal point; may be negative
 */
record ShortestDecimal(String digits, int point) {
  /**
   * The shortest decimal nearest to a value.
   *
   * @param inclusive whether the bounds themselves are read as the value
   */
  static ShortestDecimal of(
      BigDecimal value, BigDecimal lower, BigDecimal upper, boolean inclusive) {
    int size = value.precision();
    for (int n = 1; n < size; n++) {
      BigDecimal down = value.round(new MathContext(n, RoundingMode.DOWN));
      BigDecimal up = down.add(down.ulp());
      boolean downFits = down.compareTo(lower) >= (inclusive ? 0 : 1);
      boolean upFits = up.compareTo(upper) <= (inclusive ? 0 : -1);
      if (downFits && upFits) {
        return of(value.round(new MathContext(n, RoundingMode.HALF_EVEN)));
      } else if (downFits) {
        return of(down);
      } else if (upFits) {
        return of(up);
      }
    }
    return of(value);
  }

  /** All digits of a positive number. */
  static ShortestDecimal of(BigDecimal value) {
    BigInteger unscaled = value.unscaledValue();
    String digits = unscaled.toString();
    int end = digits.length();
    while (end > 1 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return new ShortestDecimal(digits.substring(0, end), digits.length() - value.scale());
  }

  /** Without an exponent. */
  String plain() {
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    } else if (point >= digits.length()) {
      return digits + "0".repeat(point - digits.length());
    }
    return digits.substring(0, point) + "." + digits.substring(point);
  }

  /** With an exponent. */
  String scientific() {
    int e = point - 1;
    return digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + (e < 0 ? "e-" : "e+")
        + (Math.abs(e) < 10 ? "0" : "")
        + Math.abs(e);
  }

  /** With an exponent if that is below -4 or not below a limit. */
  String general(int limit) {
    int e = point - 1;
    return e < -4 || e >= limit ? scientific() : plain();
  }
}

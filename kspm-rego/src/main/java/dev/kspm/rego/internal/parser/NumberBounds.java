package dev.kspm.rego.internal.parser;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Which numbers a policy may write down. */
final class NumberBounds {
  /** The largest binary exponent, either way. */
  private static final int MAX_BINARY_EXPONENT = 100_000;

  /** Decimal exponents on this side of the limit need no closer look. */
  private static final int SURELY_FINE = 30_000;

  /** Decimal exponents on that side of the limit need no closer look. */
  private static final int SURELY_TOO_BIG = 40_000;

  enum Verdict {
    FINE,
    TOO_BIG,
    INVALID
  }

  private NumberBounds() {}

  /** Judges a JSON number. */
  static Verdict check(String number) {
    int e = Math.max(number.indexOf('e'), number.indexOf('E'));
    if (e < 0 && number.length() < SURELY_FINE) {
      return Verdict.FINE;
    }
    BigInteger exponent = e < 0 ? BigInteger.ZERO : exponent(number.substring(e + 1));
    if (exponent.bitLength() > 31) {
      return Verdict.INVALID;
    }
    BigDecimal mantissa = new BigDecimal(e < 0 ? number : number.substring(0, e)).abs();
    if (mantissa.signum() == 0) {
      return Verdict.FINE;
    }
    long magnitude = exponent.longValue() + mantissa.precision() - mantissa.scale();
    if (Math.abs(magnitude) < SURELY_FINE) {
      return Verdict.FINE;
    }
    if (Math.abs(magnitude) > SURELY_TOO_BIG) {
      return Verdict.TOO_BIG;
    }
    BigDecimal value = mantissa.scaleByPowerOfTen(exponent.intValue());
    BigDecimal limit = new BigDecimal(BigInteger.ONE.shiftLeft(MAX_BINARY_EXPONENT));
    boolean tooBig =
        magnitude > 0
            ? value.compareTo(limit) >= 0
            : value.compareTo(
                    BigDecimal.ONE.divide(
                        limit.multiply(BigDecimal.valueOf(2)), new MathContext(60)))
                < 0;
    return tooBig ? Verdict.TOO_BIG : Verdict.FINE;
  }

  private static BigInteger exponent(String digits) {
    return new BigInteger(digits.startsWith("+") ? digits.substring(1) : digits);
  }
}

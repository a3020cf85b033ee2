package dev.kspm.rego.internal.builtins;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A binary floating-point number with a mantissa of fixed width, rounded to nearest even after each
 * operation: OPA computes with non-integers in such numbers of 64 bits. Immutable.
 *
 * <p>The value is {@code mantissa * 2^exponent}; the mantissa is zero or has exactly as many bits
 * as the precision. Zero has a sign.
 */
final class BinaryFloat {
  private final int precision;
  private final boolean negative;
  private final BigInteger mantissa;
  private final int exponent;

  private BinaryFloat(int precision, boolean negative, BigInteger mantissa, int exponent) {
    this.precision = precision;
    this.negative = negative;
    this.mantissa = mantissa;
    this.exponent = exponent;
  }

  /** The float of some precision that is nearest to a decimal number. */
  static BinaryFloat of(BigDecimal value, int precision) {
    BigInteger digits = value.unscaledValue().abs();
    boolean negative = value.signum() < 0;
    if (value.scale() <= 0) {
      BigInteger five = BigInteger.valueOf(5).pow(-value.scale());
      return round(precision, negative, digits.multiply(five), -value.scale(), false);
    }
    BigInteger five = BigInteger.valueOf(5).pow(value.scale());
    int shift = Math.max(0, five.bitLength() - digits.bitLength() + precision + 2);
    BigInteger[] quotient = digits.shiftLeft(shift).divideAndRemainder(five);
    return round(
        precision, negative, quotient[0], -shift - value.scale(), quotient[1].signum() != 0);
  }

  static BinaryFloat zero(int precision) {
    return new BinaryFloat(precision, false, BigInteger.ZERO, 0);
  }

  private static BinaryFloat round(
      int precision, boolean negative, BigInteger magnitude, int exponent, boolean sticky) {
    if (magnitude.signum() == 0) {
      return new BinaryFloat(precision, negative, BigInteger.ZERO, 0);
    }
    int excess = magnitude.bitLength() - precision;
    if (excess <= 0) {
      return new BinaryFloat(precision, negative, magnitude.shiftLeft(-excess), exponent + excess);
    }
    BigInteger kept = magnitude.shiftRight(excess);
    boolean half = magnitude.testBit(excess - 1);
    boolean more = sticky || magnitude.getLowestSetBit() < excess - 1;
    if (half && (more || kept.testBit(0))) {
      kept = kept.add(BigInteger.ONE);
      if (kept.bitLength() > precision) {
        kept = kept.shiftRight(1);
        excess++;
      }
    }
    return new BinaryFloat(precision, negative, kept, exponent + excess);
  }

  BinaryFloat add(BinaryFloat other) {
    if (mantissa.signum() == 0 && other.mantissa.signum() == 0) {
      return new BinaryFloat(precision, negative && other.negative, BigInteger.ZERO, 0);
    }
    if (mantissa.signum() == 0) {
      return other;
    }
    if (other.mantissa.signum() == 0) {
      return this;
    }
    BinaryFloat high = exponent >= other.exponent ? this : other;
    BinaryFloat low = high == this ? other : this;
    if ((long) high.exponent - low.exponent > 2L * precision + 4) {
      // Too far apart: the lower one only decides how the higher one is rounded.
      BigInteger nudged =
          high.mantissa
              .shiftLeft(precision + 4)
              .add(BigInteger.valueOf(high.negative == low.negative ? 1 : -1));
      return round(precision, high.negative, nudged, high.exponent - precision - 4, true);
    }
    BigInteger sum = high.signed().shiftLeft(high.exponent - low.exponent).add(low.signed());
    return round(precision, sum.signum() < 0, sum.abs(), low.exponent, false);
  }

  private BigInteger signed() {
    return negative ? mantissa.negate() : mantissa;
  }

  BinaryFloat negate() {
    return new BinaryFloat(precision, !negative, mantissa, exponent);
  }

  BinaryFloat abs() {
    return negative ? negate() : this;
  }

  /** The product in this number's precision. */
  BinaryFloat multiply(BinaryFloat other) {
    return round(
        precision,
        negative != other.negative,
        mantissa.multiply(other.mantissa),
        exponent + other.exponent,
        false);
  }

  /** The quotient; the divisor must not be zero. */
  BinaryFloat divide(BinaryFloat other) {
    int shift = precision + 2 + other.precision;
    BigInteger[] quotient = mantissa.shiftLeft(shift).divideAndRemainder(other.mantissa);
    return round(
        precision,
        negative != other.negative,
        quotient[0],
        exponent - other.exponent - shift,
        quotient[1].signum() != 0);
  }

  int signum() {
    return mantissa.signum() == 0 ? 0 : negative ? -1 : 1;
  }

  boolean isInteger() {
    return exponent >= 0 || mantissa.signum() == 0 || mantissa.getLowestSetBit() >= -exponent;
  }

  /** The integer part, rounded towards zero. */
  BigInteger toInteger() {
    BigInteger magnitude =
        exponent >= 0 ? mantissa.shiftLeft(exponent) : mantissa.shiftRight(-exponent);
    return negative ? magnitude.negate() : magnitude;
  }

  /** About how many decimal digits the integer part has. */
  long integerDigits() {
    return Math.max(0, ((long) mantissa.bitLength() + exponent) * 3 / 10);
  }

  private static BigDecimal decimal(BigInteger mantissa, int exponent) {
    return exponent >= 0
        ? new BigDecimal(mantissa.shiftLeft(exponent))
        : new BigDecimal(mantissa.multiply(BigInteger.valueOf(5).pow(-exponent)), -exponent);
  }

  /**
   * The shortest decimal text that is read as this number: digits alone when it is an integer, else
   * as Go's {@code 'g'} writes it.
   */
  String text() {
    String sign = negative ? "-" : "";
    if (mantissa.signum() == 0) {
      return sign + "0";
    }
    ShortestDecimal shortest =
        ShortestDecimal.of(
            decimal(mantissa, exponent),
            decimal(mantissa.shiftLeft(1).subtract(BigInteger.ONE), exponent - 1),
            decimal(mantissa.shiftLeft(1).add(BigInteger.ONE), exponent - 1),
            !mantissa.testBit(0));
    return sign + (isInteger() ? shortest.plain() : shortest.general(6));
  }
}

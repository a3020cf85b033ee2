package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.value.NumberValue;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers as exact integers where they are integers, else as floats of 64 bits. */
final class Numbers {
  static final NumberValue ZERO = NumberValue.of(0);
  static final NumberValue ONE = NumberValue.of(1);
  static final NumberValue MINUS_ONE = NumberValue.of(-1);

  /** The width of OPA's floats. */
  static final int PRECISION = 64;

  private static final int LONG_DIGITS = 19;
  private static final int FEW_DIGITS = 400;
  private static final int MOST_BINARY_EXPONENT = 100_000;
  private static final int SURE_DECIMAL_EXPONENT = 30_000;

  private Numbers() {}

  /** The integer that a number is exactly; it must be one. */
  static BigInteger toInteger(NumberValue number) {
    return number.isLong() ? BigInteger.valueOf(number.asLong()) : number.exact().toBigInteger();
  }

  /** Whether a number is an integer of 64 bits, however it is written. */
  static boolean fitsLong(NumberValue number) {
    if (number.isLong()) {
      return true;
    }
    BigDecimal exact = number.exact();
    return (long) exact.precision() - exact.scale() <= LONG_DIGITS
        && number.isInteger()
        && toInteger(number).bitLength() < Long.SIZE;
  }

  /**
   * Counts what it costs to write out a number, and stops when that is too much; a number such as
   * {@code 1e1000000} is short as text and long as integer.
   */
  static void charge(BuiltinContext context, NumberValue number) {
    if (!number.isLong()) {
      BigDecimal exact = number.exact();
      long digits = (long) exact.precision() + Math.abs((long) exact.scale());
      if (digits > FEW_DIGITS) {
        chargeDigits(context, digits);
      }
    }
  }

  static void chargeDigits(BuiltinContext context, long digits) {
    context.build(digits / 64);
    context.work(digits * 32);
  }

  /** Whether the binary exponent is beyond what OPA reads from JSON. */
  static boolean isTooBig(NumberValue number) {
    BigDecimal exact = number.exact();
    if (exact.signum() == 0) {
      return false;
    }
    long decimal = (long) exact.precision() - exact.scale();
    if (Math.abs(decimal) < SURE_DECIMAL_EXPONENT) {
      return false;
    }
    double leading = exact.unscaledValue().abs().doubleValue();
    double log2 =
        Double.isInfinite(leading)
            ? exact.unscaledValue().bitLength() - 1
            : Math.log(leading) / Math.log(2);
    double exponent = Math.floor(log2 - exact.scale() * (Math.log(10) / Math.log(2))) + 1;
    return Math.abs(exponent) > MOST_BINARY_EXPONENT;
  }

  static BinaryFloat toFloat(NumberValue number) {
    return BinaryFloat.of(number.exact(), PRECISION);
  }

  static NumberValue of(BuiltinContext context, BinaryFloat value) {
    long digits = value.integerDigits();
    if (digits > FEW_DIGITS) {
      chargeDigits(context, digits);
    }
    return NumberValue.parse(value.text());
  }
}

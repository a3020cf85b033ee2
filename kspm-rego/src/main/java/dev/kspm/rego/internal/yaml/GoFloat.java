package dev.kspm.rego.internal.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Text of 64-bit floats as Go writes them into JSON: the shortest that reads back the same. */
final class GoFloat {
  private static final int DIGITS = 17;

  private GoFloat() {}

  /** Text of a finite float. */
  static String text(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal shortest = shortest(value);
    double size = Math.abs(value);
    if (size >= 1e-6 && size < 1e21) {
      return shortest.toPlainString();
    }
    String digits = shortest.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - shortest.scale();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    String sign = exponent < 0 ? "-" : "+";
    return (value < 0 ? "-" : "") + mantissa + "e" + sign + Math.abs(exponent);
  }

  /** {@code Double.toString} of JDK 17 is not always the shortest. */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return strip(rounded);
      }
    }
    return strip(exact.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN)));
  }

  private static BigDecimal strip(BigDecimal value) {
    return value.stripTrailingZeros();
  }
}

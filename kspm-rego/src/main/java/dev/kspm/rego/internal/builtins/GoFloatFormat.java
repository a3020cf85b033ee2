package dev.kspm.rego.internal.builtins;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Finite 64-bit floats as Go's {@code strconv.FormatFloat} writes them. */
final class GoFloatFormat {
  private static final int MANTISSA_BITS = 52;
  private static final long HIDDEN_BIT = 1L << MANTISSA_BITS;
  private static final int SHORTEST_LIMIT = 6;

  private GoFloatFormat() {}

  /**
   * Formats a float.
   *
   * @param verb one of {@code b e E f F g G x X}
   * @param precision digits after the point ({@code g}: all digits), or -1 for as few as needed
   */
  static String format(double value, char verb, int precision) {
    boolean negative = Double.doubleToRawLongBits(value) < 0;
    double magnitude = Math.abs(value);
    String text =
        switch (verb) {
          case 'b' -> binary(magnitude);
          case 'x', 'X' -> hexadecimal(magnitude, precision);
          case 'f', 'F' -> fixed(magnitude, precision);
          case 'e', 'E' -> scientific(magnitude, precision);
          default -> general(magnitude, precision);
        };
    text = Character.isUpperCase(verb) ? text.toUpperCase(Locale.ROOT) : text;
    return negative ? "-" + text : text;
  }

  private static long mantissa(double value) {
    long bits = Double.doubleToRawLongBits(value);
    long fraction = bits & HIDDEN_BIT - 1;
    return bits >>> MANTISSA_BITS == 0 ? fraction : fraction | HIDDEN_BIT;
  }

  private static int exponent(double value) {
    return Math.max(1, (int) (Double.doubleToRawLongBits(value) >>> MANTISSA_BITS)) - 1075;
  }

  /** The fewest digits that are read as this positive float. */
  static ShortestDecimal shortest(double value) {
    if (value < HIDDEN_BIT && value == Math.rint(value)) {
      return ShortestDecimal.of(new BigDecimal(value));
    }
    long mantissa = mantissa(value);
    int exponent = exponent(value);
    boolean edge = mantissa == HIDDEN_BIT && exponent > -1074;
    return ShortestDecimal.of(
        new BigDecimal(value),
        edge
            ? scaled(BigInteger.valueOf(4 * mantissa - 1), exponent - 2)
            : scaled(BigInteger.valueOf(2 * mantissa - 1), exponent - 1),
        scaled(BigInteger.valueOf(2 * mantissa + 1), exponent - 1),
        (mantissa & 1) == 0);
  }

  private static BigDecimal scaled(BigInteger mantissa, int exponent) {
    return exponent >= 0
        ? new BigDecimal(mantissa.shiftLeft(exponent))
        : new BigDecimal(mantissa.multiply(BigInteger.valueOf(5).pow(-exponent)), -exponent);
  }

  private static String fixed(double value, int precision) {
    if (precision >= 0) {
      return new BigDecimal(value).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    }
    return value == 0 ? "0" : shortest(value).plain();
  }

  private static String scientific(double value, int precision) {
    if (value == 0) {
      return "0" + (precision > 0 ? "." + "0".repeat(precision) : "") + "e+00";
    }
    if (precision < 0) {
      return shortest(value).scientific();
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
    ShortestDecimal digits = ShortestDecimal.of(rounded);
    String padded = digits.digits() + "0".repeat(precision + 1 - digits.digits().length());
    return new ShortestDecimal(padded, digits.point()).scientific();
  }

  private static String general(double value, int precision) {
    if (value == 0) {
      return "0";
    }
    if (precision < 0) {
      return shortest(value).general(SHORTEST_LIMIT);
    }
    int size = Math.max(1, precision);
    ShortestDecimal digits =
        ShortestDecimal.of(
            new BigDecimal(value).round(new MathContext(size, RoundingMode.HALF_EVEN)));
    int count = digits.digits().length();
    int limit = size > count && count >= digits.point() ? count : size;
    return digits.general(limit);
  }

  private static String binary(double value) {
    int exponent = exponent(value);
    return mantissa(value) + (exponent < 0 ? "p" : "p+") + exponent;
  }

  private static String hexadecimal(double value, int precision) {
    long mantissa = mantissa(value);
    int exponent = mantissa == 0 ? 0 : exponent(value) + MANTISSA_BITS;
    // The leading one stands at bit 60, so that each hexadecimal digit behind it has four bits.
    int shift = mantissa == 0 ? 0 : Long.numberOfLeadingZeros(mantissa) - 3;
    mantissa <<= shift;
    exponent -= mantissa == 0 ? 0 : shift - 8;
    if (precision >= 0 && precision < 15) {
      int cut = 60 - 4 * precision;
      long extra = mantissa & (1L << cut) - 1;
      mantissa >>>= cut;
      if (extra > 1L << cut - 1 || extra == 1L << cut - 1 && (mantissa & 1) == 1) {
        mantissa++;
      }
      mantissa <<= cut;
      if ((mantissa & 1L << 61) != 0) {
        mantissa >>>= 1;
        exponent++;
      }
    }
    String digits = String.format(Locale.ROOT, "%015x", mantissa & (1L << 60) - 1);
    if (precision < 0) {
      digits = digits.replaceAll("0+$", "");
    } else {
      digits =
          precision <= 15 ? digits.substring(0, precision) : digits + "0".repeat(precision - 15);
    }
    return "0x"
        + (mantissa >>> 60)
        + (digits.isEmpty() ? "" : "." + digits)
        + (exponent < 0 ? "p-" : "p+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }
}

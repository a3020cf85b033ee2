package dev.kspm.rego.internal.builtins;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Amounts with units. */
final class Units {
  private static final String POWERS = "kmgtpe";
  private static final int FRACTION_DIGITS = 10;
  private static final int MOST_EXPONENT_DIGITS = 6;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?([0-9]+))?");

  private Units() {}

  static void define(Definitions in) {
    in.category("units");
    in.function(
        "units.parse",
        "(x: string) => y: number",
        "The number of an amount such as 10Ki.",
        Units::parse);
    in.function(
        "units.parse_bytes",
        "(x: string) => y: number",
        "The number of bytes of an amount such as 10MiB.",
        Units::parseBytes);
  }

  /** A text cut where the number ends. */
  private record Amount(String number, String unit) {}

  private static Amount split(String function, Value[] args, String missing) {
    String text = Operands.string(args, 1);
    if (text.indexOf(' ') >= 0) {
      throw error(function, "spaces not allowed in resource strings");
    }
    String plain = text.replace("\"", "");
    int end = 0;
    while (end < plain.length() && isNumberPart(plain, end)) {
      end++;
    }
    if (end == 0) {
      throw error(function, missing);
    }
    return new Amount(plain.substring(0, end), plain.substring(end));
  }

  private static BuiltinException error(String function, String why) {
    return BuiltinException.failed(function + ": " + why);
  }

  private static boolean isNumberPart(String text, int at) {
    char c = text.charAt(at);
    if (c == 'e' || c == 'E') {
      return at + 1 < text.length() && "+-0123456789".indexOf(text.charAt(at + 1)) >= 0;
    }
    return c >= '0' && c <= '9' || c == '.' || c == '+' || c == '-';
  }

  private static BigDecimal number(
      BuiltinContext context, String function, String text, String failure) {
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      throw error(function, failure);
    }
    if (number.group(2) != null && number.group(2).length() > MOST_EXPONENT_DIGITS) {
      throw error(function, "exponent too large");
    }
    return exact(context, text);
  }

  private static BigDecimal exact(BuiltinContext context, String text) {
    NumberValue number = GoFloatText.unbounded(text);
    Numbers.charge(context, number);
    return number.exact();
  }

  /** The factor of a unit such as {@code k} or {@code ki}, or {@code null}. */
  private static @Nullable BigInteger factor(String unit) {
    int power = unit.isEmpty() ? -1 : POWERS.indexOf(unit.charAt(0));
    if (unit.isEmpty()) {
      return BigInteger.ONE;
    } else if (power < 0) {
      return null;
    } else if (unit.length() == 1) {
      return BigInteger.TEN.pow(3 * (power + 1));
    }
    return unit.substring(1).equals("i") ? BigInteger.ONE.shiftLeft(10 * (power + 1)) : null;
  }

  private static Value parse(BuiltinContext context, Value[] args) {
    Amount amount = split("units.parse", args, "no amount provided");
    BigDecimal number =
        number(context, "units.parse", amount.number(), "could not parse amount to a number");
    String unit = amount.unit();
    BigDecimal value;
    if (unit.equals("m")) {
      value = number.movePointLeft(3);
    } else {
      BigInteger factor = factor(unit.toLowerCase(Locale.ROOT));
      if (factor == null) {
        throw error("units.parse", "unit " + GoText.byBytes(unit) + " not recognized");
      }
      value = number.multiply(new BigDecimal(factor));
    }
    if (value.stripTrailingZeros().scale() <= 0) {
      return NumberValue.of(value.toBigInteger());
    }
    return NumberValue.parse(value.setScale(FRACTION_DIGITS, RoundingMode.HALF_UP).toPlainString());
  }

  private static Value parseBytes(BuiltinContext context, Value[] args) {
    Amount amount = split("units.parse_bytes", args, "no byte amount provided");
    BigDecimal number =
        number(
            context,
            "units.parse_bytes",
            amount.number(),
            "could not parse byte amount to a number");
    String unit = amount.unit().toLowerCase(Locale.ROOT);
    boolean bytes = unit.length() > 1 && unit.endsWith("b");
    BigInteger factor = factor(bytes ? unit.substring(0, unit.length() - 1) : unit);
    if (factor == null) {
      throw error("units.parse_bytes", "byte unit " + unit + " not recognized");
    }
    return NumberValue.of(
        BinaryFloat.of(number, Numbers.PRECISION)
            .multiply(BinaryFloat.of(new BigDecimal(factor), Numbers.PRECISION))
            .toInteger());
  }
}

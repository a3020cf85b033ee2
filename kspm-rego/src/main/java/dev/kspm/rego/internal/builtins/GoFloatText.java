package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.value.NumberText;
import dev.kspm.rego.value.NumberValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/** Numbers as Go's {@code strconv.ParseFloat} reads them. */
final class GoFloatText {
  private static final int MOST_BINARY_EXPONENT = 20_000;

  private final String text;
  private int at;
  private boolean underscores;

  private GoFloatText(String text) {
    this.text = text;
  }

  static boolean isInfiniteOrNan(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (word.startsWith("+") || word.startsWith("-")) {
      word = word.substring(1);
    }
    return word.equals("inf") || word.equals("infinity") || word.equals("nan");
  }

  /** The number of a text, which keeps its spelling. */
  static NumberValue parse(String text) {
    if (NumberText.isJsonNumber(text)) {
      NumberValue number = NumberValue.parse(text);
      if (Double.isInfinite(number.asDouble())) {
        throw Conversions.notParsed("ParseFloat", text, "value out of range");
      }
      return number;
    }
    BigDecimal value = new GoFloatText(text).value();
    if (Double.isInfinite(value.doubleValue())) {
      throw Conversions.notParsed("ParseFloat", text, "value out of range");
    }
    return NumberValue.spelled(text, value);
  }

  /** The number of a decimal text, also beyond the range of 64-bit floats. */
  static NumberValue unbounded(String text) {
    return NumberText.isJsonNumber(text)
        ? NumberValue.parse(text)
        : NumberValue.spelled(text, new GoFloatText(text).value());
  }

  private BigDecimal value() {
    boolean negative = skip('-');
    if (!negative) {
      skip('+');
    }
    boolean hex = text.regionMatches(true, at, "0x", 0, 2);
    int start = at;
    if (hex) {
      at += 2;
    }
    BigDecimal value = hex ? hexadecimal() : decimal();
    if (at != text.length() || underscores && !underscoresSeparateDigits(start, hex)) {
      throw invalid();
    }
    return negative ? value.negate() : value;
  }

  private RuntimeException invalid() {
    return Conversions.notParsed("ParseFloat", text, "invalid syntax");
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void digits(StringBuilder out, int radix) {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '_') {
        underscores = true;
      } else if (c < 0x80 && Character.digit(c, radix) >= 0) {
        out.append(c);
      } else {
        return;
      }
      at++;
    }
  }

  private BigDecimal decimal() {
    StringBuilder digits = new StringBuilder();
    digits(digits, 10);
    int scale = 0;
    if (skip('.')) {
      int whole = digits.length();
      digits(digits, 10);
      scale = digits.length() - whole;
    }
    if (digits.length() == 0) {
      throw invalid();
    }
    String exponent = exponent('e');
    BigDecimal mantissa = new BigDecimal(new BigInteger(digits.toString()), scale);
    return exponent.isEmpty()
        ? mantissa
        : NumberValue.parse(mantissa.toPlainString() + "e" + exponent).exact();
  }

  private BigDecimal hexadecimal() {
    StringBuilder digits = new StringBuilder();
    digits(digits, 16);
    int fraction = 0;
    if (skip('.')) {
      int whole = digits.length();
      digits(digits, 16);
      fraction = digits.length() - whole;
    }
    String exponent = digits.length() == 0 ? "" : exponent('p');
    if (exponent.isEmpty()) {
      throw invalid();
    }
    BigInteger mantissa = new BigInteger(digits.toString(), 16);
    BigInteger power = new BigInteger(exponent).subtract(BigInteger.valueOf(4L * fraction));
    if (mantissa.signum() == 0 || power.bitLength() > 31 && power.signum() < 0) {
      return BigDecimal.ZERO;
    }
    int shift = power.min(BigInteger.valueOf(MOST_BINARY_EXPONENT)).intValue();
    if (shift < -MOST_BINARY_EXPONENT) {
      return BigDecimal.ZERO;
    }
    return shift >= 0
        ? new BigDecimal(mantissa.shiftLeft(shift))
        : new BigDecimal(mantissa.multiply(BigInteger.valueOf(5).pow(-shift)), -shift);
  }

  /** The digits of the exponent with their sign, or nothing. */
  private String exponent(char mark) {
    if (at >= text.length() || Character.toLowerCase(text.charAt(at)) != mark) {
      return "";
    }
    at++;
    StringBuilder out = new StringBuilder();
    if (skip('-')) {
      out.append('-');
    } else {
      skip('+');
    }
    int sign = out.length();
    digits(out, 10);
    if (out.length() == sign) {
      throw invalid();
    }
    return out.toString();
  }

  /** Whether each underscore has a digit, or the prefix, before it and a digit after it. */
  private boolean underscoresSeparateDigits(int start, boolean hex) {
    char before = hex ? '0' : '^';
    for (int i = hex ? start + 2 : start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '_') {
        if (before != '0') {
          return false;
        }
        before = '_';
      } else if (Character.digit(c, hex ? 16 : 10) >= 0) {
        before = '0';
      } else {
        if (before == '_') {
          return false;
        }
        before = '!';
      }
    }
    return before != '_';
  }
}

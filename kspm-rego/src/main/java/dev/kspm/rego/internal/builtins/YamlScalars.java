package dev.kspm.rego.internal.builtins;

import com.google.re2j.Pattern;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.NumberValue;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;

/** Which strings need quotes in YAML, and how numbers are written, both as Go's library does it. */
final class YamlScalars {
  private static final Set<String> WORDS =
      Set.of(
          "", "~", "null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE",
          ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf",
          "-.Inf", "-.INF", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No",
          "NO", "off", "Off", "OFF");

  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern INTEGER =
      Pattern.compile("[-+]?(0[bB][01]+|0[oO]?[0-7]*|0[xX][0-9a-fA-F]+|[1-9][0-9]*)");
  private static final Pattern BASE_60 =
      Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "\\d{4}-(1[0-2]|0?[1-9])-(3[01]|[12]\\d|0?[1-9])"
              + "([Tt](2[0-3]|[01]?\\d):[0-5]?\\d:[0-5]?\\d(\\.\\d+)?(Z|[-+]\\d\\d:\\d\\d)"
              + "| (2[0-3]|[01]?\\d):[0-5]?\\d:[0-5]?\\d(\\.\\d+)?)?");

  private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

  private YamlScalars() {}

  /** Whether a string without quotes would be read as something else. */
  static boolean looksLikeOther(String text) {
    if (WORDS.contains(text) || BASE_60.matcher(text).matches()) {
      return true;
    }
    char first = text.charAt(0);
    if (first == '.') {
      return isFloat(text);
    }
    if (first != '+' && first != '-' && (first < '0' || first > '9')) {
      return false;
    }
    String plain = text.replace("_", "");
    return TIMESTAMP.matcher(text).matches()
        || INTEGER.matcher(plain).matches() && plain.length() < 20
        || isFloat(plain);
  }

  private static boolean isFloat(String text) {
    return FLOAT.matcher(text).matches()
        && !Double.isInfinite(Double.parseDouble(text.toLowerCase(Locale.ROOT)));
  }

  /** A number as it comes out of reading its text as YAML and writing it again. */
  static String number(NumberValue number) {
    if (number.isLong()) {
      return Long.toString(number.asLong());
    }
    String text = number.text();
    if (text.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E')) {
      BigInteger integer = new BigInteger(text);
      if (integer.compareTo(MOST) <= 0 && integer.compareTo(LEAST) >= 0) {
        return integer.toString();
      }
    }
    double value = number.asDouble();
    return Double.isInfinite(value) ? text : GoFloatFormat.format(value, 'g', -1);
  }

  /** What is left of a string after it was written as JSON and read as YAML. */
  static String reread(String text) {
    boolean control =
        text.codePoints().anyMatch(c -> c >= 0x7f && c < 0xa0 && c != 0x85 || c == 0xfffe);
    if (control || text.indexOf('\uffff') >= 0) {
      throw BuiltinException.failed("yaml: control characters are not allowed");
    }
    return text.indexOf('\u0085') < 0 ? text : text.replaceAll("[ \t]*\u0085[ \t]*", " ");
  }
}

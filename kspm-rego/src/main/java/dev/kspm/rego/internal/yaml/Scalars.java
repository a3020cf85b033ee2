package dev.kspm.rego.internal.yaml;

import dev.kspm.rego.policy.YamlOptions.Schema;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a plain scalar means. Stateless and thread-safe.
 *
 * <p>Integers may be decimal, octal ({@code 017}, {@code 0o17}), hexadecimal or binary, with
 * underscores between the digits. An integer that fits neither 64 bits signed nor unsigned is a
 * float. Times stay strings.
 */
final class Scalars {
  private static final Pattern INTEGER =
      Pattern.compile(
          "([-+]?)(?:0[bB]([01]+)|0[oO]([0-7]+)|0[xX]([0-9a-fA-F]+)|0([0-7]+)|(0|[1-9][0-9]*))");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
  private static final BigInteger UNSIGNED_MAX = BigInteger.ONE.shiftLeft(64);

  private final boolean old;

  Scalars(Schema schema) {
    this.old = schema == Schema.KUBERNETES;
  }

  /** The value of a plain scalar, or {@code null} for infinities and what is no number. */
  @Nullable Value resolve(String text) {
    if (text.isEmpty()) {
      return NullValue.NULL;
    }
    char first = text.charAt(0);
    if (first >= '0' && first <= '9' || first == '-' || first == '+' || first == '.') {
      return number(text);
    }
    Value word = word(text);
    return word == null ? StringValue.of(text) : word;
  }

  private @Nullable Value word(String text) {
    return switch (text) {
      case "~", "null", "Null", "NULL" -> NullValue.NULL;
      case "true", "True", "TRUE" -> BooleanValue.TRUE;
      case "false", "False", "FALSE" -> BooleanValue.FALSE;
      case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON" -> old ? BooleanValue.TRUE : null;
      case "n", "N", "no", "No", "NO", "off", "Off", "OFF" -> old ? BooleanValue.FALSE : null;
      default -> null;
    };
  }

  private static @Nullable Value number(String text) {
    String sign = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    if (sign.equalsIgnoreCase(".inf") && isOneCase(sign) || text.equals(".nan")) {
      return null;
    }
    if (text.equals(".NaN") || text.equals(".NAN")) {
      return null;
    }
    String digits = text.replace("_", "");
    Matcher integer = INTEGER.matcher(digits);
    if (integer.matches()) {
      BigInteger value = integer(integer);
      if (value.bitLength() < 64 || value.signum() > 0 && value.compareTo(UNSIGNED_MAX) < 0) {
        return NumberValue.of(value);
      }
    }
    if (FLOAT.matcher(digits).matches()) {
      double value = Double.parseDouble(digits);
      if (!Double.isInfinite(value)) {
        return NumberValue.parse(GoFloat.text(value));
      }
    }
    return StringValue.of(text);
  }

  private static boolean isOneCase(String word) {
    return word.equals(".inf") || word.equals(".Inf") || word.equals(word.toUpperCase(Locale.ROOT));
  }

  private static BigInteger integer(Matcher integer) {
    int[] radixes = {0, 0, 2, 8, 16, 8, 10};
    for (int group = 2; group < radixes.length; group++) {
      if (integer.group(group) != null) {
        BigInteger value = new BigInteger(integer.group(group), radixes[group]);
        return "-".equals(integer.group(1)) ? value.negate() : value;
      }
    }
    throw new IllegalStateException("no digits");
  }
}

package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Formats as Go's {@code fmt.Sprintf} does, with its texts for what is wrong. Operands are {@link
 * Long}, {@link BigInteger}, {@link Double} and {@link String}, which Go calls {@code int64},
 * {@code *big.Int}, {@code float64} and {@code string}.
 */
final class GoFormat {
  private static final int TOO_LARGE = 1_000_000;
  private static final int REPLACEMENT = 0xFFFD;

  private final BuiltinContext context;
  private final String format;
  private final List<Object> args;
  private final StringBuilder out = new StringBuilder();

  private int at;
  private int argument;
  private boolean reordered;
  private boolean goodIndex;
  private boolean afterIndex;

  private boolean plus;
  private boolean minus;
  private boolean sharp;
  private boolean space;
  private boolean zero;
  private boolean goSyntax;
  private boolean plusV;
  private int width;
  private boolean hasWidth;
  private int precision;
  private boolean hasPrecision;

  private GoFormat(BuiltinContext context, String format, List<Object> args) {
    this.context = context;
    this.format = format;
    this.args = args;
  }

  static String format(BuiltinContext context, String format, List<Object> args) {
    GoFormat formatter = new GoFormat(context, format, args);
    formatter.run();
    return formatter.out.toString();
  }

  private void run() {
    while (at < format.length()) {
      int percent = format.indexOf('%', at);
      if (percent < 0) {
        percent = format.length();
      }
      append(format.substring(at, percent));
      at = percent + 1;
      if (percent < format.length()) {
        directive();
      }
    }
    if (!reordered && argument < args.size()) {
      clearFlags();
      append("%!(EXTRA ");
      for (int i = argument; i < args.size(); i++) {
        append(i > argument ? ", " : "");
        append(typeName(args.get(i)) + "=");
        print(args.get(i), 'v');
      }
      append(")");
    }
  }

  private void append(String text) {
    Text.charge(context, text.length());
    out.append(text);
  }

  private void clearFlags() {
    plus = minus = sharp = space = zero = goSyntax = plusV = false;
    hasWidth = hasPrecision = false;
    width = precision = 0;
  }

  private void directive() {
    clearFlags();
    goodIndex = true;
    afterIndex = false;
    flags();
    index();
    readWidth();
    readPrecision();
    if (!afterIndex) {
      index();
    }
    if (at >= format.length()) {
      append("%!(NOVERB)");
      return;
    }
    int verb = format.codePointAt(at);
    at += Character.charCount(verb);
    if (verb == '%') {
      append("%");
    } else if (!goodIndex) {
      append("%!" + Character.toString(verb) + "(BADINDEX)");
    } else if (argument >= args.size()) {
      append("%!" + Character.toString(verb) + "(MISSING)");
    } else {
      if (verb == 'v') {
        goSyntax = sharp;
        sharp = false;
        plusV = plus;
        plus = false;
      }
      print(args.get(argument), verb);
      argument++;
    }
  }

  private void flags() {
    for (; at < format.length(); at++) {
      switch (format.charAt(at)) {
        case '#' -> sharp = true;
        case '0' -> zero = true;
        case '+' -> plus = true;
        case '-' -> minus = true;
        case ' ' -> space = true;
        default -> {
          return;
        }
      }
    }
  }

  private boolean isNext(char c) {
    return at < format.length() && format.charAt(at) == c;
  }

  /** Reads {@code [n]}, which chooses the next argument. */
  private void index() {
    if (!isNext('[')) {
      return;
    }
    reordered = true;
    int close = format.indexOf(']', at + 1);
    if (format.length() - at < 3 || close < 0) {
      goodIndex = false;
      at++;
      return;
    }
    String digits = format.substring(at + 1, close);
    at = close + 1;
    int n = number(digits);
    afterIndex = n >= 0;
    if (n >= 1 && n <= args.size()) {
      argument = n - 1;
    } else {
      goodIndex = false;
    }
  }

  private static int number(String digits) {
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9' || value > TOO_LARGE) {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return digits.isEmpty() ? -1 : value;
  }

  /** Digits here, or -1; a number beyond all bounds swallows the rest of the format. */
  private int digits() {
    int start = at;
    while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
      at++;
    }
    int value = number(format.substring(start, at));
    if (value < 0 && at > start) {
      at = format.length();
    }
    return value;
  }

  /** The next argument as width or precision; {@code null} when it is none. */
  private @Nullable Integer argumentAsNumber() {
    if (argument >= args.size()) {
      return null;
    }
    Object arg = args.get(argument);
    argument++;
    return arg instanceof Long n && Math.abs(n) <= TOO_LARGE ? (Integer) n.intValue() : null;
  }

  private void readWidth() {
    if (isNext('*')) {
      at++;
      Integer wanted = argumentAsNumber();
      if (wanted == null) {
        append("%!(BADWIDTH)");
      } else {
        hasWidth = true;
        width = Math.abs(wanted);
        minus |= wanted < 0;
        zero &= wanted >= 0;
      }
      afterIndex = false;
      return;
    }
    int digits = digits();
    hasWidth = digits >= 0;
    width = Math.max(0, digits);
    if (afterIndex && hasWidth) {
      goodIndex = false;
    }
  }

  private void readPrecision() {
    if (!isNext('.') || at + 1 == format.length()) {
      return;
    }
    at++;
    if (afterIndex) {
      goodIndex = false;
    }
    index();
    if (isNext('*')) {
      at++;
      Integer wanted = argumentAsNumber();
      if (wanted == null || wanted < 0) {
        append("%!(BADPREC)");
      } else {
        hasPrecision = true;
        precision = wanted;
      }
      afterIndex = false;
    } else {
      precision = Math.max(0, digits());
      hasPrecision = true;
    }
  }

  private static String typeName(Object arg) {
    if (arg instanceof Long) {
      return "int64";
    } else if (arg instanceof BigInteger) {
      return "*big.Int";
    }
    return arg instanceof Double ? "float64" : "string";
  }

  private void bad(Object arg, int verb) {
    append("%!" + Character.toString(verb) + "(" + typeName(arg) + "=");
    print(arg, 'v');
    append(")");
  }

  private void print(Object arg, int verb) {
    if (verb == 'T') {
      pad(truncated(typeName(arg)));
    } else if (arg instanceof Long n) {
      printLong(n, verb);
    } else if (arg instanceof BigInteger n) {
      printBig(n, verb);
    } else if (arg instanceof Double d) {
      printDouble(d, verb);
    } else {
      printString((String) arg, verb);
    }
  }

  private void padding(int count, boolean zeros) {
    if (count > 0) {
      Text.charge(context, count);
      out.append((zeros ? "0" : " ").repeat(count));
    }
  }

  private void pad(String text) {
    pad(text, zero && !minus);
  }

  private void pad(String text, boolean zeros) {
    int missing = hasWidth ? width - Text.codePoints(text) : 0;
    if (!minus) {
      padding(missing, zeros);
    }
    append(text);
    if (minus) {
      padding(missing, false);
    }
  }

  private String truncated(String text) {
    return hasPrecision && precision < Text.codePoints(text)
        ? text.substring(0, text.offsetByCodePoints(0, precision))
        : text;
  }

  private void printString(String text, int verb) {
    switch (verb) {
      case 'v' -> {
        if (goSyntax) {
          quoted(text);
        } else {
          pad(truncated(text));
        }
      }
      case 's' -> pad(truncated(text));
      case 'q' -> quoted(text);
      case 'x' -> bytes(text, false);
      case 'X' -> bytes(text, true);
      default -> bad(text, verb);
    }
  }

  private void quoted(String text) {
    String shown = truncated(text);
    pad(sharp && GoQuote.canBackquote(shown) ? "`" + shown + "`" : GoQuote.string(shown, plus));
  }

  private void bytes(String text, boolean upper) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = hasPrecision ? Math.min(precision, bytes.length) : bytes.length;
    String prefix = sharp ? upper ? "0X" : "0x" : "";
    StringBuilder hex = new StringBuilder(length == 0 ? "" : prefix);
    for (int i = 0; i < length; i++) {
      if (space && i > 0) {
        hex.append(' ').append(prefix);
      }
      hex.append(Character.forDigit(bytes[i] >> 4 & 15, 16));
      hex.append(Character.forDigit(bytes[i] & 15, 16));
    }
    String shown = hex.toString();
    pad(upper ? shown.toUpperCase(Locale.ROOT) : shown);
  }

  private void printLong(long n, int verb) {
    switch (verb) {
      case 'v', 'd' -> integer(n, 10, verb);
      case 'b' -> integer(n, 2, verb);
      case 'o', 'O' -> integer(n, 8, verb);
      case 'x', 'X' -> integer(n, 16, verb);
      case 'c' -> pad(Character.toString(rune(n)));
      case 'q' -> pad(GoQuote.rune(rune(n), plus));
      case 'U' -> unicode(n);
      default -> bad(n, verb);
    }
  }

  private static int rune(long n) {
    return n < 0 || n > Character.MAX_CODE_POINT || n >= 0xD800 && n < 0xE000
        ? REPLACEMENT
        : (int) n;
  }

  private void unicode(long n) {
    String digits = Long.toHexString(n).toUpperCase(Locale.ROOT);
    int wanted = hasPrecision ? Math.max(4, precision) : 4;
    String text = "U+" + "0".repeat(Math.max(0, wanted - digits.length())) + digits;
    if (sharp && n >= 0 && n <= Character.MAX_CODE_POINT && GoQuote.isPrintable((int) n)) {
      text += " '" + Character.toString((int) n) + "'";
    }
    pad(text, false);
  }

  private void integer(long n, int base, int verb) {
    String sign = n < 0 ? "-" : plus ? "+" : space ? " " : "";
    String digits = BigInteger.valueOf(n).abs().toString(base);
    int wanted = 0;
    if (hasPrecision) {
      wanted = precision;
      if (wanted == 0 && n == 0) {
        padding(hasWidth ? width : 0, false);
        return;
      }
    } else if (zero && !minus && hasWidth) {
      wanted = width - sign.length();
    }
    Text.charge(context, wanted);
    digits = "0".repeat(Math.max(0, wanted - digits.length())) + digits;
    String text = sign + prefix(verb, digits) + digits;
    pad(verb == 'X' ? text.toUpperCase(Locale.ROOT) : text, false);
  }

  private String prefix(int verb, String digits) {
    if (verb == 'O') {
      return "0o";
    }
    return !sharp
        ? ""
        : switch (verb) {
          case 'b' -> "0b";
          case 'o' -> digits.startsWith("0") ? "" : "0";
          case 'x', 'X' -> "0x";
          default -> "";
        };
  }

  private void printBig(BigInteger n, int verb) {
    int base =
        switch (verb) {
          case 'b' -> 2;
          case 'o', 'O' -> 8;
          case 'x', 'X' -> 16;
          case 'd', 's', 'v' -> 10;
          default -> 0;
        };
    if (base == 0) {
      append("%!" + Character.toString(verb) + "(big.Int=" + n + ")");
      return;
    }
    String sign = n.signum() < 0 ? "-" : plus || plusV ? "+" : space ? " " : "";
    String digits = n.abs().toString(base);
    String prefix = prefix(verb, "1");
    int zeros = hasPrecision ? Math.max(0, precision - digits.length()) : 0;
    int missing = width - sign.length() - prefix.length() - zeros - digits.length();
    if (hasWidth && missing > 0 && !minus && zero && !hasPrecision) {
      zeros = missing;
    }
    Text.charge(context, zeros);
    String text = sign + prefix + "0".repeat(zeros) + digits;
    pad(verb == 'X' ? text.toUpperCase(Locale.ROOT) : text, false);
  }

  private void printDouble(double value, int verb) {
    switch (verb) {
      case 'v' -> real(value, 'g', -1);
      case 'b', 'g', 'G', 'x', 'X' -> real(value, (char) verb, -1);
      case 'e', 'E', 'f', 'F' -> real(value, (char) verb, 6);
      default -> bad(value, verb);
    }
  }

  private void real(double value, char verb, int usualPrecision) {
    int wanted = hasPrecision ? precision : usualPrecision;
    Text.charge(context, wanted);
    String number = GoFloatFormat.format(value, verb, wanted);
    boolean negative = number.startsWith("-");
    String digits = negative ? number.substring(1) : number;
    if (sharp && verb != 'b') {
      digits = withPoint(digits, verb, wanted);
    }
    String sign = negative ? "-" : plus ? "+" : space ? " " : "";
    if (!sign.isEmpty() && zero && !minus && hasWidth && width > digits.length() + 1) {
      append(sign);
      padding(width - digits.length() - 1, true);
      append(digits);
    } else {
      pad(sign + digits);
    }
  }

  /** With a decimal point in any case, and zeros up to the precision for the general verbs. */
  private static String withPoint(String number, char verb, int precision) {
    boolean hex = verb == 'x' || verb == 'X';
    int missing =
        switch (verb) {
          case 'g', 'G', 'x', 'X' -> precision < 0 ? 6 : precision;
          default -> 0;
        };
    boolean point = false;
    boolean nonzero = false;
    int end = number.length();
    for (int i = 0; i < end; i++) {
      char c = Character.toLowerCase(number.charAt(i));
      if (c == '.') {
        point = true;
      } else if (c == 'p' || c == 'e' && !hex) {
        end = i;
      } else {
        nonzero |= c != '0';
        missing -= nonzero ? 1 : 0;
      }
    }
    String digits = number.substring(0, end);
    if (!point) {
      missing -= digits.equals("0") ? 1 : 0;
      digits += ".";
    }
    return digits + "0".repeat(Math.max(0, missing)) + number.substring(end);
  }
}

package dev.kspm.rego.internal.builtins;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Semantic versions. */
final class Semver {
  private static final String NUMBER = "(0|[1-9][0-9]{0,18})";
  private static final String IDENTIFIER = "(?:[0-9]*[A-Za-z-][0-9A-Za-z-]*|0|[1-9][0-9]*)";
  private static final Pattern VERSION =
      Pattern.compile(
          ("v?" + NUMBER + "\\." + NUMBER + "\\." + NUMBER)
              + ("(?:-(" + IDENTIFIER + "(?:\\." + IDENTIFIER + ")*))?")
              + "(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?");

  private Semver() {}

  static void define(Definitions in) {
    in.category("semver");
    in.function(
        "semver.compare",
        "(a: string, b: string) => result: number",
        "-1, 0 or 1 by precedence.",
        Semver::compare);
    in.function(
        "semver.is_valid",
        "(vsn: any) => result: boolean",
        "Whether a value is a semantic version.",
        Semver::isValid);
  }

  private static @Nullable Matcher parse(BuiltinContext context, String text) {
    context.work(1 + (text.length() >> 3));
    Matcher matcher = VERSION.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    for (int i = 1; i <= 3; i++) {
      if (new BigInteger(matcher.group(i)).bitLength() >= Long.SIZE) {
        return null;
      }
    }
    return matcher;
  }

  private static Matcher version(BuiltinContext context, Value[] args, int position) {
    String text = Operands.string(args, position);
    Matcher version = parse(context, text);
    if (version == null) {
      throw BuiltinException.failed(
          "operand " + position + ": string " + StringValue.of(text) + " is not a valid SemVer");
    }
    return version;
  }

  private static Value isValid(BuiltinContext context, Value[] args) {
    return BooleanValue.of(
        args[0] instanceof StringValue text && parse(context, text.value()) != null);
  }

  private static Value compare(BuiltinContext context, Value[] args) {
    Operands.string(args, 1);
    Operands.string(args, 2);
    Matcher a = version(context, args, 1);
    Matcher b = version(context, args, 2);
    for (int i = 1; i <= 3; i++) {
      int byNumber = Long.compare(Long.parseLong(a.group(i)), Long.parseLong(b.group(i)));
      if (byNumber != 0) {
        return NumberValue.of(byNumber);
      }
    }
    return NumberValue.of(comparePreReleases(a.group(4), b.group(4)));
  }

  private static int comparePreReleases(@Nullable String a, @Nullable String b) {
    if (a == null || b == null) {
      return Boolean.compare(a == null, b == null);
    }
    List<String> mine = List.of(a.split("\\.", -1));
    List<String> theirs = List.of(b.split("\\.", -1));
    for (int i = 0; i < mine.size() && i < theirs.size(); i++) {
      int byIdentifier = compareIdentifiers(mine.get(i), theirs.get(i));
      if (byIdentifier != 0) {
        return byIdentifier;
      }
    }
    return Integer.compare(mine.size(), theirs.size());
  }

  private static int compareIdentifiers(String a, String b) {
    boolean numberA = isNumber(a);
    boolean numberB = isNumber(b);
    if (numberA != numberB) {
      return numberA ? -1 : 1;
    } else if (numberA && a.length() != b.length()) {
      return Integer.compare(a.length(), b.length());
    }
    return Integer.signum(a.compareTo(b));
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}

package dev.kspm.rego.internal.builtins;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.policy.LimitExceeded;
import java.util.List;
import java.util.function.Predicate;

/** A regular expression of RE2 with the matching rules of Go's {@code regexp}. Immutable. */
final class GoRegex {
  private static final String META = "\\.+*?()|[]{}^$";

  private final Pattern pattern;
  private final List<String> names;

  private GoRegex(Pattern pattern, List<String> names) {
    this.pattern = pattern;
    this.names = names;
  }

  private record Key(String source) {}

  /** The compiled expression, from what sessions share when it is there. */
  static GoRegex of(BuiltinContext context, String source) {
    checkSize(context, source);
    return context.shared(new Key(source), () -> compile(context, source));
  }

  static GoRegex compile(BuiltinContext context, String source) {
    checkSize(context, source);
    context.work(1 + source.length());
    RegexSource.Unnamed unnamed = RegexSource.read(source);
    try {
      Pattern compiled = Pattern.compile(unnamed.source());
      context.work(compiled.programSize());
      return new GoRegex(compiled, unnamed.names());
    } catch (PatternSyntaxException broken) {
      throw named(source, broken);
    }
  }

  private static void checkSize(BuiltinContext context, String source) {
    if (source.length() > context.limits().regexSize()) {
      throw new LimitExceeded(
          LimitExceeded.Limit.REGEX_SIZE,
          "regular expression of " + source.length() + " characters");
    }
  }

  /** The error that the source with its names has, if it has one, in Go's words. */
  private static BuiltinException named(String source, PatternSyntaxException unnamed) {
    PatternSyntaxException broken = unnamed;
    try {
      Pattern.compile(source);
    } catch (PatternSyntaxException withNames) {
      if (!"duplicate capture group name".equals(withNames.getDescription())) {
        broken = withNames;
      }
    }
    String why = broken.getDescription();
    if (why.contains("internal error")) {
      return RegexSource.refused("unexpected )", source);
    }
    String part = broken.getPattern();
    return RegexSource.refused(why, part == null ? "" : part);
  }

  static String quoteMeta(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (META.indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  private void charge(BuiltinContext context, String text) {
    context.work(1 + ((long) text.length() * pattern.programSize() >> 5));
  }

  boolean matches(BuiltinContext context, String text) {
    charge(context, text);
    return pattern.matcher(text).find();
  }

  int groups() {
    return names.size();
  }

  /**
   * Gives the matches from left to right; an empty match right after another match does not count.
   */
  void findAll(BuiltinContext context, String text, Predicate<Matcher> consumer) {
    charge(context, text);
    Matcher matcher = pattern.matcher(text);
    int previousEnd = -1;
    for (int at = 0; at <= text.length() && matcher.find(at); ) {
      boolean empty = matcher.end() == at;
      boolean counts = !empty || matcher.start() != previousEnd;
      previousEnd = matcher.end();
      if (empty) {
        at = at < text.length() ? text.offsetByCodePoints(at, 1) : at + 1;
      } else {
        at = matcher.end();
      }
      if (counts) {
        context.work(1);
        if (!consumer.test(matcher)) {
          return;
        }
      }
    }
  }

  String replaceAll(BuiltinContext context, String text, String template) {
    charge(context, text);
    Matcher matcher = pattern.matcher(text);
    StringBuilder out = new StringBuilder();
    int lastEnd = 0;
    for (int at = 0; at <= text.length() && matcher.find(at); ) {
      out.append(text, /* start= */ lastEnd, /* end= */ matcher.start());
      if (matcher.end() > lastEnd || matcher.start() == 0) {
        int before = out.length();
        expand(context, template, matcher, out);
        Text.charge(context, out.length() - before);
      }
      lastEnd = matcher.end();
      int next = at < text.length() ? text.offsetByCodePoints(at, 1) : at + 1;
      at = Math.max(next, matcher.end());
    }
    Text.charge(context, text.length());
    return out.append(text, lastEnd, text.length()).toString();
  }

  /** Appends a template in which {@code $name} and {@code ${name}} stand for groups. */
  private void expand(BuiltinContext context, String template, Matcher matcher, StringBuilder out) {
    int at = 0;
    while (true) {
      int dollar = template.indexOf('$', at);
      if (dollar < 0) {
        out.append(template, at, template.length());
        return;
      }
      out.append(template, at, dollar);
      context.work(1);
      at = dollar + 1;
      if (template.startsWith("$", at)) {
        out.append('$');
        at++;
        continue;
      }
      boolean braces = template.startsWith("{", at);
      int start = braces ? at + 1 : at;
      int end = start;
      while (end < template.length() && isNamePart(template.codePointAt(end))) {
        end = template.offsetByCodePoints(end, 1);
      }
      if (end == start || braces && !template.startsWith("}", end)) {
        out.append('$');
      } else {
        appendGroup(template.substring(start, end), matcher, out);
        at = braces ? end + 1 : end;
      }
    }
  }

  private static boolean isNamePart(int c) {
    return c == '_' || Character.isLetter(c) || Character.isDigit(c);
  }

  private void appendGroup(String name, Matcher matcher, StringBuilder out) {
    int number = number(name);
    if (number < 0) {
      for (int i = 0; i < names.size() && number < 0; i++) {
        number = names.get(i).equals(name) && matcher.start(i) >= 0 ? i : -1;
      }
    }
    if (number >= 0 && number < names.size() && matcher.start(number) >= 0) {
      out.append(matcher.group(number));
    }
  }

  /** The number that a name is, or -1; leading zeros make it a name. */
  private static int number(String name) {
    boolean digits = name.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || name.length() > 1 && name.startsWith("0")) {
      return -1;
    }
    return name.length() > 8 ? Integer.MAX_VALUE : Integer.parseInt(name);
  }
}

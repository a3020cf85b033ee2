package dev.kspm.rego.internal.builtins;

import com.google.re2j.Matcher;
import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.nio.charset.StandardCharsets;

/** Regular expressions of RE2. */
final class Regexes {
  private Regexes() {}

  static void define(Definitions in) {
    in.category("regex");
    in.function(
        "regex.match",
        "(pattern: string, value: string) => result: boolean",
        "Whether a string has a match.",
        Regexes::match);
    in.function(
        "regex.is_valid",
        "(pattern: string) => result: boolean",
        "Whether a string is a regular expression.",
        Regexes::isValid);
    in.function(
        "regex.split",
        "(pattern: string, value: string) => output: array[string]",
        "The parts between matches.",
        Regexes::split);
    in.function(
        "regex.find_n",
        "(pattern: string, value: string, number: number) => output: array[string]",
        "The first matches.",
        Regexes::findN);
    in.function(
        "regex.find_all_string_submatch_n",
        "(pattern: string, value: string, number: number) => output: array[array[string]]",
        "The first matches with their groups.",
        Regexes::findAllStringSubmatchN);
    in.function(
        "regex.replace",
        "(s: string, pattern: string, value: string) => output: string",
        "Replaces all matches; $1 and ${name} stand for groups.",
        Regexes::replace);
    in.function(
        "regex.template_match",
        "(template: string, value: string, delimiter_start: string, delimiter_end: string) => result: boolean",
        "Whether a string matches a template with regular expressions between delimiters.",
        Regexes::templateMatch);
    in.function(
        "regex.globs_match",
        "(glob1: string, glob2: string) => result: boolean",
        "Whether two glob-like expressions have a common non-empty match.",
        GlobIntersection::globsMatch);
    in.deprecated()
        .function(
            "re_match",
            "(string, string) => boolean",
            "Whether a string has a match.",
            Regexes::match);
  }

  private static Value match(BuiltinContext context, Value[] args) {
    String pattern = Operands.string(args, 1);
    String text = Operands.string(args, 2);
    return BooleanValue.of(GoRegex.of(context, pattern).matches(context, text));
  }

  private static Value isValid(BuiltinContext context, Value[] args) {
    if (!(args[0] instanceof StringValue pattern)) {
      return BooleanValue.FALSE;
    }
    try {
      GoRegex.of(context, pattern.value());
      return BooleanValue.TRUE;
    } catch (BuiltinException broken) {
      return BooleanValue.FALSE;
    }
  }

  private static Value split(BuiltinContext context, Value[] args) {
    String pattern = Operands.string(args, 1);
    String text = Operands.string(args, 2);
    GoRegex regex = GoRegex.of(context, pattern);
    if (!pattern.isEmpty() && text.isEmpty()) {
      return ArrayValue.of(StringValue.EMPTY);
    }
    ArrayValue.Builder out = ArrayValue.builder();
    int[] bounds = new int[2];
    regex.findAll(
        context,
        text,
        matcher -> {
          bounds[1] = matcher.start();
          if (matcher.end() != 0) {
            add(context, out, text.substring(bounds[0], bounds[1]));
          }
          bounds[0] = matcher.end();
          return true;
        });
    if (bounds[1] != text.length()) {
      add(context, out, text.substring(bounds[0]));
    }
    return out.build();
  }

  private static void add(BuiltinContext context, ArrayValue.Builder out, String text) {
    context.build(1 + (text.length() >> 6));
    out.add(StringValue.of(text));
  }

  private static Value findN(BuiltinContext context, Value[] args) {
    return find(context, args, (regex, matcher, out) -> add(context, out, matcher.group()));
  }

  private static Value findAllStringSubmatchN(BuiltinContext context, Value[] args) {
    return find(
        context, args, (regex, matcher, out) -> out.add(groups(context, matcher, regex.groups())));
  }

  /** Adds what a match is shown as. */
  private interface Match {
    void add(GoRegex regex, Matcher matcher, ArrayValue.Builder out);
  }

  private static Value find(BuiltinContext context, Value[] args, Match match) {
    String pattern = Operands.string(args, 1);
    String text = Operands.string(args, 2);
    long most = Operands.plainLong(args, 3);
    GoRegex regex = GoRegex.of(context, pattern);
    ArrayValue.Builder out = ArrayValue.builder();
    if (most != 0) {
      regex.findAll(
          context,
          text,
          matcher -> {
            match.add(regex, matcher, out);
            return out.size() != most;
          });
    }
    return out.build();
  }

  private static Value groups(BuiltinContext context, Matcher matcher, int count) {
    ArrayValue.Builder out = ArrayValue.builder();
    for (int i = 0; i < count; i++) {
      String group = matcher.group(i);
      add(context, out, group == null ? "" : group);
    }
    return out.build();
  }

  private static Value replace(BuiltinContext context, Value[] args) {
    String text = Operands.string(args, 1);
    String pattern = Operands.string(args, 2);
    String template = Operands.string(args, 3);
    return StringValue.of(GoRegex.of(context, pattern).replaceAll(context, text, template));
  }

  private static Value templateMatch(BuiltinContext context, Value[] args) {
    String template = Operands.string(args, 1);
    String text = Operands.string(args, 2);
    String start = Operands.string(args, 3);
    String end = Operands.string(args, 4);
    int startBytes = bytes(start);
    if (startBytes != 1) {
      throw BuiltinException.failed(
          "start delimiter has to be exactly one character long but is " + startBytes + " long");
    }
    if (bytes(end) != 1) {
      // OPA tells the length of the start here.
      throw BuiltinException.failed(
          "end delimiter has to be exactly one character long but is " + startBytes + " long");
    }
    String pattern = templatePattern(context, template, start.charAt(0), end.charAt(0));
    return BooleanValue.of(GoRegex.of(context, pattern).matches(context, text));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String templatePattern(
      BuiltinContext context, String template, char start, char end) {
    StringBuilder pattern = new StringBuilder("^");
    int level = 0;
    int open = 0;
    int done = 0;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == start) {
        level++;
        open = level == 1 ? i : open;
      } else if (c == end) {
        level--;
        if (level == 0) {
          String part = template.substring(open + 1, i);
          GoRegex.of(context, "^" + part + "$");
          pattern.append(GoRegex.quoteMeta(template.substring(done, open)));
          pattern.append('(').append(part).append(')');
          done = i + 1;
        }
      }
      if (level < 0) {
        break;
      }
    }
    if (level != 0) {
      throw BuiltinException.failed("unbalanced braces in " + StringValue.of(template));
    }
    return pattern.append(GoRegex.quoteMeta(template.substring(done))).append('$').toString();
  }
}

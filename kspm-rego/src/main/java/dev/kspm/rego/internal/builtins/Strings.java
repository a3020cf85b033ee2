package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Strings as sequences of code points. */
final class Strings {
  private Strings() {}

  static void define(Definitions in) {
    in.category("strings");
    in.function(
        "concat",
        "(delimiter: string, collection: any<array[string], set[string]>) => output: string",
        "Joins strings with a delimiter.",
        Strings::concat);
    in.function(
        "contains",
        "(haystack: string, needle: string) => result: boolean",
        "Whether a string contains another.",
        Strings::contains);
    in.function(
        "startswith",
        "(search: string, base: string) => result: boolean",
        "Whether a string begins with another.",
        Strings::startsWith);
    in.function(
        "endswith",
        "(search: string, base: string) => result: boolean",
        "Whether a string ends with another.",
        Strings::endsWith);
    in.function(
        "indexof",
        "(haystack: string, needle: string) => output: number",
        "The first position of a string in another, or -1.",
        Strings::indexOf);
    in.function(
        "indexof_n",
        "(haystack: string, needle: string) => output: array[number]",
        "All positions of a string in another, without overlaps.",
        Strings::indexOfAll);
    in.function("lower", "(x: string) => y: string", "The string in lower case.", Strings::lower);
    in.function("upper", "(x: string) => y: string", "The string in upper case.", Strings::upper);
    in.function(
        "replace",
        "(x: string, old: string, new: string) => y: string",
        "Replaces every occurrence of a string.",
        Strings::replace);
    in.function(
        "split",
        "(x: string, delimiter: string) => ys: array[string]",
        "The parts between the occurrences of a delimiter.",
        Strings::split);
    in.function(
        "strings.any_prefix_match",
        "(search: any<string, array[string], set[string]>, base: any<string, array[string], set[string]>) => result: boolean",
        "Whether any string begins with any of some others.",
        Strings::anyPrefixMatch);
    in.function(
        "strings.any_suffix_match",
        "(search: any<string, array[string], set[string]>, base: any<string, array[string], set[string]>) => result: boolean",
        "Whether any string ends with any of some others.",
        Strings::anySuffixMatch);
    in.function(
        "strings.count",
        "(search: string, substring: string) => output: number",
        "The number of occurrences without overlaps.",
        Strings::count);
    in.function(
        "strings.replace_n",
        "(patterns: object[string: string], value: string) => output: string",
        "Replaces several strings in one pass.",
        StringReplacer::replaceN);
    in.function(
        "strings.reverse",
        "(x: string) => y: string",
        "The code points from last to first.",
        Strings::reverse);
    in.function(
        "strings.split_n",
        "(x: string, delimiter: string, n: number) => ys: array[string]",
        "The first parts between the occurrences of a delimiter.",
        Strings::splitN);
    in.function(
        "substring",
        "(value: string, offset: number, length: number) => output: string",
        "A part of a string; a negative length means the rest.",
        Strings::substring);
    in.function(
        "trim",
        "(value: string, cutset: string) => output: string",
        "Takes characters of a set from both ends.",
        Strings::trim);
    in.function(
        "trim_left",
        "(value: string, cutset: string) => output: string",
        "Takes characters of a set from the start.",
        Strings::trimLeft);
    in.function(
        "trim_right",
        "(value: string, cutset: string) => output: string",
        "Takes characters of a set from the end.",
        Strings::trimRight);
    in.function(
        "trim_prefix",
        "(value: string, prefix: string) => output: string",
        "Takes a prefix away, once.",
        Strings::trimPrefix);
    in.function(
        "trim_suffix",
        "(value: string, suffix: string) => output: string",
        "Takes a suffix away, once.",
        Strings::trimSuffix);
    in.function(
        "trim_space",
        "(value: string) => output: string",
        "Takes white space from both ends.",
        Strings::trimSpace);
  }

  private static List<String> strings(Value[] args, int position, String wanted) {
    Value collection = args[position - 1];
    Iterable<Value> elements;
    if (collection instanceof ArrayValue array) {
      elements = array;
    } else if (collection instanceof SetValue set) {
      elements = set;
    } else {
      throw Operands.wrong(position, wanted, collection);
    }
    List<String> strings = new ArrayList<>();
    for (Value element : elements) {
      if (!(element instanceof StringValue string)) {
        String name = collection.type().regoName();
        throw BuiltinException.type(
            "operand "
                + position
                + " must be "
                + name
                + " of strings but got "
                + name
                + " containing "
                + element.type().regoName());
      }
      strings.add(string.value());
    }
    return strings;
  }

  private static Value concat(BuiltinContext context, Value[] args) {
    String delimiter = Operands.string(args, 1);
    List<String> parts = strings(args, 2, "one of {set, array}");
    long length = (long) delimiter.length() * Math.max(0, parts.size() - 1);
    for (String part : parts) {
      length += part.length();
    }
    Text.charge(context, length);
    return StringValue.of(String.join(delimiter, parts));
  }

  private static Value contains(BuiltinContext context, Value[] args) {
    return BooleanValue.of(Operands.string(args, 1).contains(Operands.string(args, 2)));
  }

  private static Value startsWith(BuiltinContext context, Value[] args) {
    return BooleanValue.of(Operands.string(args, 1).startsWith(Operands.string(args, 2)));
  }

  private static Value endsWith(BuiltinContext context, Value[] args) {
    return BooleanValue.of(Operands.string(args, 1).endsWith(Operands.string(args, 2)));
  }

  private static String searched(Value[] args) {
    String wanted = Operands.string(args, 2);
    if (wanted.isEmpty()) {
      throw BuiltinException.failed("empty search character");
    }
    return wanted;
  }

  private static Value indexOf(BuiltinContext context, Value[] args) {
    String text = Operands.string(args, 1);
    int at = text.indexOf(searched(args));
    return at < 0 ? Numbers.MINUS_ONE : NumberValue.of(text.codePointCount(0, at));
  }

  private static Value indexOfAll(BuiltinContext context, Value[] args) {
    String text = Operands.string(args, 1);
    String wanted = searched(args);
    ArrayValue.Builder out = ArrayValue.builder();
    int counted = 0;
    int index = 0;
    for (int at = text.indexOf(wanted); at >= 0; ) {
      context.build(1);
      index += text.codePointCount(counted, at);
      counted = at;
      out.add(NumberValue.of(index));
      at = text.indexOf(wanted, at + Character.charCount(text.codePointAt(at)));
    }
    return out.build();
  }

  private static Value mapped(BuiltinContext context, String text, IntUnaryOperator change) {
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (change.applyAsInt(c) != c) {
        break;
      }
      i += Character.charCount(c);
    }
    if (i == text.length()) {
      return StringValue.of(text);
    }
    Text.charge(context, text.length());
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, i);
    while (i < text.length()) {
      int c = text.codePointAt(i);
      out.appendCodePoint(change.applyAsInt(c));
      i += Character.charCount(c);
    }
    return StringValue.of(out.toString());
  }

  private static Value lower(BuiltinContext context, Value[] args) {
    return mapped(context, Operands.string(args, 1), Character::toLowerCase);
  }

  private static Value upper(BuiltinContext context, Value[] args) {
    return mapped(context, Operands.string(args, 1), Character::toUpperCase);
  }

  private static Value replace(BuiltinContext context, Value[] args) {
    String text = Operands.string(args, 1);
    String from = Operands.string(args, 2);
    String to = Operands.string(args, 3);
    if (from.isEmpty()) {
      return StringValue.of(between(context, text, to));
    }
    int first = text.indexOf(from);
    if (first < 0) {
      return args[0];
    }
    long length = text.length();
    if (to.length() > from.length()) {
      length += (long) Text.occurrences(text, from) * (to.length() - from.length());
    }
    Text.charge(context, length);
    return StringValue.of(text.replace(from, to));
  }

  /**
   * Puts a string around every byte: OPA takes an empty pattern to match there, and what is left of
   * characters of several bytes are replacement characters.
   */
  private static String between(BuiltinContext context, String text, String filling) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Text.charge(context, (bytes.length + 1L) * filling.length() + bytes.length);
    StringBuilder out = new StringBuilder(filling);
    for (byte b : bytes) {
      out.append(b >= 0 ? (char) b : '\uFFFD').append(filling);
    }
    return out.toString();
  }

  private static List<String> parts(BuiltinContext context, String text, String delimiter) {
    List<String> parts = new ArrayList<>();
    if (delimiter.isEmpty()) {
      context.build(text.length());
      for (int i = 0; i < text.length(); ) {
        int end = text.offsetByCodePoints(i, 1);
        parts.add(text.substring(i, end));
        i = end;
      }
      return parts;
    }
    context.work(text.length() >> 6);
    int start = 0;
    for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, start)) {
      context.build(1);
      parts.add(text.substring(start, at));
      start = at + delimiter.length();
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static Value array(List<String> parts) {
    ArrayValue.Builder out = ArrayValue.builder();
    for (String part : parts) {
      out.add(StringValue.of(part));
    }
    return out.build();
  }

  private static Value split(BuiltinContext context, Value[] args) {
    return array(parts(context, Operands.string(args, 1), Operands.string(args, 2)));
  }

  private static Value splitN(BuiltinContext context, Value[] args) {
    String text = Operands.string(args, 1);
    String delimiter = Operands.string(args, 2);
    long n = Operands.plainLong(args, 3);
    List<String> parts = parts(context, text, delimiter);
    int kept = (int) Math.min(parts.size(), n < 0 ? n == Long.MIN_VALUE ? Long.MAX_VALUE : -n : n);
    return array(
        n >= 0 ? parts.subList(0, kept) : parts.subList(parts.size() - kept, parts.size()));
  }

  private static List<String> stringOrStrings(Value[] args, int position) {
    return args[position - 1] instanceof StringValue string
        ? List.of(string.value())
        : strings(args, position, "one of {string, set, array}");
  }

  private static Value anyPrefixMatch(BuiltinContext context, Value[] args) {
    List<String> searched = stringOrStrings(args, 1);
    List<String> prefixes = stringOrStrings(args, 2);
    for (String text : searched) {
      context.work(1 + (prefixes.size() >> 3));
      for (String prefix : prefixes) {
        if (text.startsWith(prefix)) {
          return BooleanValue.TRUE;
        }
      }
    }
    return BooleanValue.FALSE;
  }

  private static Value anySuffixMatch(BuiltinContext context, Value[] args) {
    List<String> searched = stringOrStrings(args, 1);
    List<String> suffixes = stringOrStrings(args, 2);
    for (String text : searched) {
      context.work(1 + (suffixes.size() >> 3));
      for (String suffix : suffixes) {
        if (text.endsWith(suffix)) {
          return BooleanValue.TRUE;
        }
      }
    }
    return BooleanValue.FALSE;
  }

  private static Value count(BuiltinContext context, Value[] args) {
    String text = Operands.string(args, 1);
    String of = Operands.string(args, 2);
    context.work(text.length() >> 6);
    return NumberValue.of(of.isEmpty() ? Text.codePoints(text) + 1L : Text.occurrences(text, of));
  }

  private static Value reverse(BuiltinContext context, Value[] args) {
    if (!(args[0] instanceof StringValue string)) {
      throw Operands.wrong(1, "string", args[0]);
    }
    Text.charge(context, string.value().length());
    return StringValue.of(new StringBuilder(string.value()).reverse().toString());
  }

  private static Value substring(BuiltinContext context, Value[] args) {
    String text = Operands.string(args, 1);
    long offset = Operands.plainLong(args, 2);
    long length = Operands.plainLong(args, 3);
    if (offset < 0) {
      throw BuiltinException.failed("negative offset");
    }
    int size = text.length();
    int start = skip(text, 0, Math.min(offset, size));
    int end = length < 0 ? size : skip(text, start, Math.min(length, size));
    Text.charge(context, end - start);
    return StringValue.of(text.substring(start, end));
  }

  private static int skip(String text, int from, long codePoints) {
    int at = from;
    for (long left = codePoints; left > 0 && at < text.length(); left--) {
      at += Character.isHighSurrogate(text.charAt(at)) ? 2 : 1;
    }
    return Math.min(at, text.length());
  }

  private static int left(String text, String cutset) {
    int at = 0;
    while (at < text.length() && cutset.indexOf(text.codePointAt(at)) >= 0) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static int right(String text, String cutset, int from) {
    int end = text.length();
    while (end > from && cutset.indexOf(text.codePointBefore(end)) >= 0) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return end;
  }

  private static Value part(Value[] args, String text, int start, int end) {
    return start == 0 && end == text.length()
        ? args[0]
        : StringValue.of(text.substring(start, Math.max(start, end)));
  }

  private static Value trim(BuiltinContext context, Value[] args) {
    String text = Operands.string(args, 1);
    String cutset = Operands.string(args, 2);
    int start = left(text, cutset);
    return part(args, text, start, right(text, cutset, start));
  }

  private static Value trimLeft(BuiltinContext context, Value[] args) {
    String text = Operands.string(args, 1);
    return part(args, text, left(text, Operands.string(args, 2)), text.length());
  }

  private static Value trimRight(BuiltinContext context, Value[] args) {
    String text = Operands.string(args, 1);
    return part(args, text, 0, right(text, Operands.string(args, 2), 0));
  }

  private static Value trimPrefix(BuiltinContext context, Value[] args) {
    String text = Operands.string(args, 1);
    String prefix = Operands.string(args, 2);
    return part(args, text, text.startsWith(prefix) ? prefix.length() : 0, text.length());
  }

  private static Value trimSuffix(BuiltinContext context, Value[] args) {
    String text = Operands.string(args, 1);
    String suffix = Operands.string(args, 2);
    return part(args, text, 0, text.length() - (text.endsWith(suffix) ? suffix.length() : 0));
  }

  private static Value trimSpace(BuiltinContext context, Value[] args) {
    String text = Operands.string(args, 1);
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return part(args, text, start, end);
  }

  private static boolean isSpace(char c) {
    return c >= 9 && c <= 13 || c == 0x85 || Character.isSpaceChar(c);
  }
}

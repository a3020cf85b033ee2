package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.policy.LimitExceeded;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.HashSet;
import java.util.Set;

/** Globs. */
final class Globs {
  private static final String META = "*?\\[]{}";

  private Globs() {}

  static void define(Definitions in) {
    in.category("glob");
    in.function(
        "glob.match",
        "(pattern: string, delimiters: any<null, array[string]>, match: string) => result: boolean",
        "Whether a string matches a glob whose wildcards stop at delimiters.",
        Globs::match);
    in.function(
        "glob.quote_meta",
        "(pattern: string) => output: string",
        "Escapes what has a meaning in a glob.",
        Globs::quoteMeta);
  }

  private record Key(String pattern, Set<Integer> separators) {}

  private static Value match(BuiltinContext context, Value[] args) {
    String pattern = Operands.string(args, 1);
    Set<Integer> separators = separators(args);
    String text = Operands.string(args, 3);
    if (pattern.length() > context.limits().regexSize()) {
      throw new LimitExceeded(
          LimitExceeded.Limit.REGEX_SIZE, "glob of " + pattern.length() + " characters");
    }
    GlobPattern glob =
        context.shared(
            new Key(pattern, separators), () -> GlobPattern.compile(pattern, separators));
    return BooleanValue.of(glob.matches(context, text));
  }

  private static Set<Integer> separators(Value[] args) {
    if (args[1] == NullValue.NULL) {
      return Set.of();
    }
    if (!(args[1] instanceof ArrayValue array)) {
      throw Operands.wrong(2, "one of {array, null}", args[1]);
    }
    if (array.size() == 0) {
      return Set.of((int) '.');
    }
    Set<Integer> separators = new HashSet<>();
    for (Value element : array) {
      if (!(element instanceof StringValue string)) {
        throw inArray("strings", element);
      }
      if (Text.codePoints(string.value()) != 1) {
        throw inArray("runes", element);
      }
      separators.add(string.value().codePointAt(0));
    }
    return separators;
  }

  private static BuiltinException inArray(String wanted, Value element) {
    return BuiltinException.type(
        "operand 2 must be array of "
            + wanted
            + " but got array containing "
            + element.type().regoName());
  }

  private static Value quoteMeta(BuiltinContext context, Value[] args) {
    String pattern = Operands.string(args, 1);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (META.indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return Text.of(context, out.toString());
  }
}

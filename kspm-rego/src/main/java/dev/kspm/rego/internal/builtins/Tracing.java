package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.rego.value.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Lines for the one who debugs. */
final class Tracing {
  private Tracing() {}

  static void define(Definitions in) {
    in.category("tracing");
    in.function("trace", "(note: string) => result: boolean", "Notes a line.", Tracing::trace);
    in.function(
        "print",
        "(...any)",
        "Prints values; the compiler turns it into internal.print.",
        (context, args) -> BooleanValue.TRUE);
    in.function(
        "internal.print",
        "(array[set[any]])",
        "Prints every combination of values.",
        Tracing::print);
    in.function(
        "internal.test_case",
        "(array[any])",
        "Marks a case of a test.",
        (context, args) -> BooleanValue.TRUE);
  }

  private static Value trace(BuiltinContext context, Value[] args) {
    Operands.string(args, 1);
    return BooleanValue.TRUE;
  }

  /**
   * Each operand is a set: of its values, or empty when it is undefined. A line for each
   * combination.
   */
  private static Value print(BuiltinContext context, Value[] args) {
    if (!(args[0] instanceof ArrayValue operands)) {
      throw BuiltinException.operand(1, args[0], ValueType.ARRAY);
    }
    combine(context, operands, 0, new ArrayList<>());
    return BooleanValue.TRUE;
  }

  private static void combine(
      BuiltinContext context, ArrayValue operands, int at, List<String> line) {
    if (at == operands.size()) {
      context.build(1 + line.stream().mapToInt(String::length).sum() / 64);
      context.print(String.join(" ", line));
      return;
    }
    if (!(operands.get(at) instanceof SetValue values)) {
      throw BuiltinException.operand(1, operands.get(at), ValueType.SET);
    }
    if (values.size() == 0) {
      combineWith("<undefined>", context, operands, at, line);
    }
    for (Value value : values) {
      combineWith(
          value instanceof StringValue text ? text.value() : value.toString(),
          context,
          operands,
          at,
          line);
    }
  }

  private static void combineWith(
      String text, BuiltinContext context, ArrayValue operands, int at, List<String> line) {
    line.add(text);
    combine(context, operands, at + 1, line);
    line.remove(line.size() - 1);
  }
}

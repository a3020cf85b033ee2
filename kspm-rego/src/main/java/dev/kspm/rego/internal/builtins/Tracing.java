package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.Value;

/** Lines for the one who debugs. */
final class Tracing {
  private Tracing() {}

  static void define(Definitions in) {
    in.category("tracing");
    in.function("trace", "(note: string) => result: boolean", "Notes a line.", Tracing::trace);
    in.missing("print", "(...any)", "Prints values; the compiler turns it into internal.print.");
    in.missing("internal.print", "(array[set[any]])", "Prints every combination of values.");
    in.missing("internal.test_case", "(array[any])", "Marks a case of a test.");
  }

  private static Value trace(BuiltinContext context, Value[] args) {
    Operands.string(args, 1);
    return BooleanValue.TRUE;
  }
}

package dev.kspm.rego.internal.builtins;

/** Lines for the one who debugs. */
final class Tracing {
  private Tracing() {}

  static void define(Definitions in) {
    in.category("tracing");
    in.missing("trace", "(note: string) => result: boolean", "Notes a line.");
    in.missing("print", "(...any)", "Prints values; the compiler turns it into internal.print.");
    in.missing("internal.print", "(array[set[any]])", "Prints every combination of values.");
    in.missing("internal.test_case", "(array[any])", "Marks a case of a test.");
  }
}

package dev.kspm.rego.internal.builtins;

/** Equality and order over all values. */
final class Comparison {
  private Comparison() {}

  static void define(Definitions in) {
    in.category("comparison");
    in.infix("=")
        .missing(
            "eq",
            "(any, any) => boolean",
            "Unifies; the compiler resolves it, so it is only ever called as a test.");
    in.infix(":=")
        .missing("assign", "(any, any) => boolean", "Declares; the compiler resolves it.");
    in.infix("==")
        .missing("equal", "(x: any, y: any) => result: boolean", "Whether two values are equal.");
    in.infix("!=")
        .missing("neq", "(x: any, y: any) => result: boolean", "Whether two values differ.");
    in.infix("<")
        .missing(
            "lt",
            "(x: any, y: any) => result: boolean",
            "Whether the first value is before the second.");
    in.infix("<=")
        .missing(
            "lte",
            "(x: any, y: any) => result: boolean",
            "Whether the first value is not after the second.");
    in.infix(">")
        .missing(
            "gt",
            "(x: any, y: any) => result: boolean",
            "Whether the first value is after the second.");
    in.infix(">=")
        .missing(
            "gte",
            "(x: any, y: any) => result: boolean",
            "Whether the first value is not before the second.");
    in.infix("in")
        .missing(
            "internal.member_2",
            "(any, any) => boolean",
            "Whether a collection has a value: the operator \"in\".");
    in.infix("in")
        .missing(
            "internal.member_3",
            "(any, any, any) => boolean",
            "Whether a collection has a value at a key: the operator \"in\" with a key.");
  }
}

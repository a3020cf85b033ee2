package dev.kspm.rego.internal.builtins;

/** Arithmetic; minus is the difference of sets too. */
final class Arithmetic {
  private Arithmetic() {}

  static void define(Definitions in) {
    in.category("numbers");
    in.infix("+").missing("plus", "(x: number, y: number) => z: number", "Adds.");
    in.infix("-")
        .missing(
            "minus",
            "(x: any<number, set[any]>, y: any<number, set[any]>) => z: any<number, set[any]>",
            "Subtracts numbers, or takes one set from another.");
    in.infix("*").missing("mul", "(x: number, y: number) => z: number", "Multiplies.");
    in.infix("/").missing("div", "(x: number, y: number) => z: number", "Divides.");
    in.infix("%")
        .missing(
            "rem",
            "(x: number, y: number) => z: number",
            "The remainder of an integer division, with the sign of the dividend.");
    in.missing("abs", "(x: number) => y: number", "The number without its sign.");
    in.missing("ceil", "(x: number) => y: number", "The least integer that is not below a number.");
    in.missing(
        "floor", "(x: number) => y: number", "The greatest integer that is not above a number.");
    in.missing("round", "(x: number) => y: number", "The nearest integer, halves away from zero.");
    in.missing(
        "numbers.range",
        "(a: number, b: number) => range: array[number]",
        "The integers from one to another, both included, up or down.");
    in.missing(
        "numbers.range_step",
        "(a: number, b: number, step: number) => range: array[number]",
        "The integers from one to another by a step.");
    in.nondeterministic()
        .missing(
            "rand.intn",
            "(str: string, n: number) => y: number",
            "A random integer below a bound, the same for equal arguments in one query.");
  }
}

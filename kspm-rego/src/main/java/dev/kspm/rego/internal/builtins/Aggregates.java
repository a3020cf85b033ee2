package dev.kspm.rego.internal.builtins;

/** One value from a collection. */
final class Aggregates {
  private Aggregates() {}

  static void define(Definitions in) {
    in.category("aggregates");
    in.missing(
        "count",
        "(collection: any<string, array[any], object[any: any], set[any]>) => n: number",
        "The number of elements, members or code points.");
    in.missing(
        "sum", "(collection: any<array[number], set[number]>) => n: number", "The sum of numbers.");
    in.missing(
        "product",
        "(collection: any<array[number], set[number]>) => n: number",
        "The product of numbers.");
    in.missing(
        "max",
        "(collection: any<array[any], set[any]>) => n: any",
        "The last of the elements in the order of values.");
    in.missing(
        "min",
        "(collection: any<array[any], set[any]>) => n: any",
        "The first of the elements in the order of values.");
    in.missing(
        "sort",
        "(collection: any<array[any], set[any]>) => n: array[any]",
        "The elements in the order of values.");
    in.deprecated()
        .missing("all", "(any<array[any], set[any]>) => boolean", "Whether all elements are true.");
    in.deprecated()
        .missing("any", "(any<array[any], set[any]>) => boolean", "Whether an element is true.");
  }
}

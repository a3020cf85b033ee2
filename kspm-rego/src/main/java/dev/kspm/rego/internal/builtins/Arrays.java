package dev.kspm.rego.internal.builtins;

/** Arrays. */
final class Arrays {
  private Arrays() {}

  static void define(Definitions in) {
    in.category("array");
    in.missing(
        "array.concat", "(x: array[any], y: array[any]) => z: array[any]", "Joins two arrays.");
    in.missing(
        "array.flatten",
        "(arr: array[any]) => flattened: array[any]",
        "Replaces arrays among the elements by their elements, one level deep.");
    in.missing(
        "array.reverse",
        "(arr: array[any]) => rev: array[any]",
        "The elements from last to first.");
    in.missing(
        "array.slice",
        "(arr: array[any], start: number, stop: number) => slice: array[any]",
        "The elements from a position up to another, which is left out; positions are clamped.");
  }
}

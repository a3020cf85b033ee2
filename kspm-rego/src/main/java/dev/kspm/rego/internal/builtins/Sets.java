package dev.kspm.rego.internal.builtins;

/** Sets. */
final class Sets {
  private Sets() {}

  static void define(Definitions in) {
    in.category("sets");
    in.infix("&")
        .missing(
            "and",
            "(x: set[any], y: set[any]) => z: set[any]",
            "The elements that both sets have.");
    in.infix("|")
        .missing(
            "or",
            "(x: set[any], y: set[any]) => z: set[any]",
            "The elements that one of the sets has.");
    in.missing(
        "intersection", "(xs: set[set[any]]) => y: set[any]", "The elements that all sets have.");
    in.missing(
        "union", "(xs: set[set[any]]) => y: set[any]", "The elements that any of the sets has.");
    in.deprecated()
        .missing(
            "set_diff",
            "(set[any], set[any]) => set[any]",
            "The elements of the first set that the second does not have.");
  }
}

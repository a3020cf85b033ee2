package dev.kspm.rego.internal.builtins;

/** From one type to another. */
final class Conversions {
  private Conversions() {}

  static void define(Definitions in) {
    in.category("conversions");
    in.missing(
        "to_number",
        "(value: any<null, boolean, number, string>) => num: number",
        "The number that a value stands for.");
    in.deprecated().missing("cast_array", "(any) => array[any]", "An array, also from a set.");
    in.deprecated().missing("cast_set", "(any) => set[any]", "A set, also from an array.");
    in.deprecated().missing("cast_string", "(any) => string", "The value, if it is a string.");
    in.deprecated().missing("cast_boolean", "(any) => boolean", "The value, if it is a boolean.");
    in.deprecated().missing("cast_null", "(any) => null", "The value, if it is null.");
    in.deprecated()
        .missing("cast_object", "(any) => object[any: any]", "The value, if it is an object.");
  }
}

package dev.kspm.rego.internal.builtins;

/** The type of a value. */
final class Types {
  private Types() {}

  static void define(Definitions in) {
    in.category("types");
    in.missing("is_array", "(x: any) => result: boolean", "Whether a value is an array.");
    in.missing("is_boolean", "(x: any) => result: boolean", "Whether a value is a boolean.");
    in.missing("is_null", "(x: any) => result: boolean", "Whether a value is null.");
    in.missing("is_number", "(x: any) => result: boolean", "Whether a value is a number.");
    in.missing("is_object", "(x: any) => result: boolean", "Whether a value is an object.");
    in.missing("is_set", "(x: any) => result: boolean", "Whether a value is a set.");
    in.missing("is_string", "(x: any) => result: boolean", "Whether a value is a string.");
    in.missing("type_name", "(x: any) => type: string", "The name of the type of a value.");
  }
}

package dev.kspm.rego.internal.builtins;

/** JSON Schema. */
final class Schemas {
  private Schemas() {}

  static void define(Definitions in) {
    in.category("object");
    in.nondeterministic()
        .missing(
            "json.match_schema",
            "(document: any<string, object[any: any]>, schema: any<string, object[any: any]>) => output: array<boolean, array[object<desc: string, error: string, field: string, type: string>]>",
            "Whether a document matches a schema, and why not.");
    in.nondeterministic()
        .missing(
            "json.verify_schema",
            "(schema: any<string, object[any: any]>) => output: array<boolean, any<null, string>>",
            "Whether a schema is a valid one, and why not.");
  }
}

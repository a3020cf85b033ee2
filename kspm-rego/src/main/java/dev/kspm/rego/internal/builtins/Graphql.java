package dev.kspm.rego.internal.builtins;

/** GraphQL. */
final class Graphql {
  private Graphql() {}

  static void define(Definitions in) {
    in.category("graphql");
    in.missing(
        "graphql.parse",
        "(query: any<string, object[any: any]>, schema: any<string, object[any: any]>) => output: array<object[any: any], object[any: any]>",
        "The syntax trees of a query and a schema that it fits.");
    in.missing(
        "graphql.parse_and_verify",
        "(query: any<string, object[any: any]>, schema: any<string, object[any: any]>) => output: array<boolean, object[any: any], object[any: any]>",
        "Whether a query fits a schema, and the syntax trees.");
    in.missing(
        "graphql.parse_query",
        "(query: string) => output: object[any: any]",
        "The syntax tree of a query.");
    in.missing(
        "graphql.parse_schema",
        "(schema: string) => output: object[any: any]",
        "The syntax tree of a schema.");
    in.missing(
        "graphql.is_valid",
        "(query: any<string, object[any: any]>, schema: any<string, object[any: any]>) => output: boolean",
        "Whether a query fits a schema.");
    in.missing(
        "graphql.schema_is_valid",
        "(schema: any<string, object[any: any]>) => output: boolean",
        "Whether a schema is valid.");
  }
}

package dev.kspm.rego.internal.builtins;

/** Values as JSON and YAML. */
final class Serialization {
  private Serialization() {}

  static void define(Definitions in) {
    in.category("encoding");
    in.missing("json.marshal", "(x: any) => y: string", "A value as JSON.");
    in.missing(
        "json.marshal_with_options",
        "(x: any, opts: object<indent: string, prefix: string, pretty: boolean>[string: any]) => y: string",
        "A value as JSON, indented at will.");
    in.missing("json.unmarshal", "(x: string) => y: any", "The value of a JSON text.");
    in.missing("json.is_valid", "(x: string) => result: boolean", "Whether a string is JSON.");
    in.missing("yaml.marshal", "(x: any) => y: string", "A value as YAML.");
    in.missing("yaml.unmarshal", "(x: string) => y: any", "The value of a YAML text.");
    in.missing("yaml.is_valid", "(x: string) => result: boolean", "Whether a string is YAML.");
  }
}

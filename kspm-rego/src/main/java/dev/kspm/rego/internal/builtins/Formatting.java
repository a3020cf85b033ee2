package dev.kspm.rego.internal.builtins;

/** Values as text. */
final class Formatting {
  private Formatting() {}

  static void define(Definitions in) {
    in.category("strings");
    in.missing(
        "sprintf",
        "(format: string, values: array[any]) => output: string",
        "Formats values by the verbs of a format.");
    in.missing(
        "format_int",
        "(number: number, base: number) => output: string",
        "The integer part of a number in base 2, 8, 10 or 16.");
    in.missing(
        "internal.template_string",
        "(array[any]) => string",
        "The text of a template string with its parts filled in.");
    in.missing(
        "strings.render_template",
        "(value: string, vars: object[string: any]) => result: string",
        "Fills a template of Go text/template syntax.");
  }
}

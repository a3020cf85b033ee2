package dev.kspm.rego.internal.builtins;

/** Globs. */
final class Globs {
  private Globs() {}

  static void define(Definitions in) {
    in.category("glob");
    in.missing(
        "glob.match",
        "(pattern: string, delimiters: any<null, array[string]>, match: string) => result: boolean",
        "Whether a string matches a glob whose wildcards stop at delimiters.");
    in.missing(
        "glob.quote_meta",
        "(pattern: string) => output: string",
        "Escapes what has a meaning in a glob.");
  }
}

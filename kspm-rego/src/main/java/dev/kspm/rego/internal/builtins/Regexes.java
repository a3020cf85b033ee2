package dev.kspm.rego.internal.builtins;

/** Regular expressions of RE2. */
final class Regexes {
  private Regexes() {}

  static void define(Definitions in) {
    in.category("regex");
    in.missing(
        "regex.match",
        "(pattern: string, value: string) => result: boolean",
        "Whether a string has a match.");
    in.missing(
        "regex.is_valid",
        "(pattern: string) => result: boolean",
        "Whether a string is a regular expression.");
    in.missing(
        "regex.split",
        "(pattern: string, value: string) => output: array[string]",
        "The parts between matches.");
    in.missing(
        "regex.find_n",
        "(pattern: string, value: string, number: number) => output: array[string]",
        "The first matches.");
    in.missing(
        "regex.find_all_string_submatch_n",
        "(pattern: string, value: string, number: number) => output: array[array[string]]",
        "The first matches with their groups.");
    in.missing(
        "regex.replace",
        "(s: string, pattern: string, value: string) => output: string",
        "Replaces all matches; $1 and ${name} stand for groups.");
    in.missing(
        "regex.template_match",
        "(template: string, value: string, delimiter_start: string, delimiter_end: string) => result: boolean",
        "Whether a string matches a template with regular expressions between delimiters.");
    in.missing(
        "regex.globs_match",
        "(glob1: string, glob2: string) => result: boolean",
        "Whether two glob-like expressions have a common non-empty match.");
    in.deprecated()
        .missing("re_match", "(string, string) => boolean", "Whether a string has a match.");
  }
}

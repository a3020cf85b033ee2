package dev.kspm.rego.internal.builtins;

/** Strings as sequences of code points. */
final class Strings {
  private Strings() {}

  static void define(Definitions in) {
    in.category("strings");
    in.missing(
        "concat",
        "(delimiter: string, collection: any<array[string], set[string]>) => output: string",
        "Joins strings with a delimiter.");
    in.missing(
        "contains",
        "(haystack: string, needle: string) => result: boolean",
        "Whether a string contains another.");
    in.missing(
        "startswith",
        "(search: string, base: string) => result: boolean",
        "Whether a string begins with another.");
    in.missing(
        "endswith",
        "(search: string, base: string) => result: boolean",
        "Whether a string ends with another.");
    in.missing(
        "indexof",
        "(haystack: string, needle: string) => output: number",
        "The first position of a string in another, or -1.");
    in.missing(
        "indexof_n",
        "(haystack: string, needle: string) => output: array[number]",
        "All positions of a string in another, without overlaps.");
    in.missing("lower", "(x: string) => y: string", "The string in lower case.");
    in.missing("upper", "(x: string) => y: string", "The string in upper case.");
    in.missing(
        "replace",
        "(x: string, old: string, new: string) => y: string",
        "Replaces every occurrence of a string.");
    in.missing(
        "split",
        "(x: string, delimiter: string) => ys: array[string]",
        "The parts between the occurrences of a delimiter.");
    in.missing(
        "strings.any_prefix_match",
        "(search: any<string, array[string], set[string]>, base: any<string, array[string], set[string]>) => result: boolean",
        "Whether any string begins with any of some others.");
    in.missing(
        "strings.any_suffix_match",
        "(search: any<string, array[string], set[string]>, base: any<string, array[string], set[string]>) => result: boolean",
        "Whether any string ends with any of some others.");
    in.missing(
        "strings.count",
        "(search: string, substring: string) => output: number",
        "The number of occurrences without overlaps.");
    in.missing(
        "strings.replace_n",
        "(patterns: object[string: string], value: string) => output: string",
        "Replaces several strings in one pass.");
    in.missing(
        "strings.reverse", "(x: string) => y: string", "The code points from last to first.");
    in.missing(
        "strings.split_n",
        "(x: string, delimiter: string, n: number) => ys: array[string]",
        "The first parts between the occurrences of a delimiter.");
    in.missing(
        "substring",
        "(value: string, offset: number, length: number) => output: string",
        "A part of a string; a negative length means the rest.");
    in.missing(
        "trim",
        "(value: string, cutset: string) => output: string",
        "Takes characters of a set from both ends.");
    in.missing(
        "trim_left",
        "(value: string, cutset: string) => output: string",
        "Takes characters of a set from the start.");
    in.missing(
        "trim_right",
        "(value: string, cutset: string) => output: string",
        "Takes characters of a set from the end.");
    in.missing(
        "trim_prefix",
        "(value: string, prefix: string) => output: string",
        "Takes a prefix away, once.");
    in.missing(
        "trim_suffix",
        "(value: string, suffix: string) => output: string",
        "Takes a suffix away, once.");
    in.missing(
        "trim_space", "(value: string) => output: string", "Takes white space from both ends.");
  }
}

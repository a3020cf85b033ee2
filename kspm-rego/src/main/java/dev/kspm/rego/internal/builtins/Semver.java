package dev.kspm.rego.internal.builtins;

/** Semantic versions. */
final class Semver {
  private Semver() {}

  static void define(Definitions in) {
    in.category("semver");
    in.missing(
        "semver.compare", "(a: string, b: string) => result: number", "-1, 0 or 1 by precedence.");
    in.missing(
        "semver.is_valid",
        "(vsn: any) => result: boolean",
        "Whether a value is a semantic version.");
  }
}

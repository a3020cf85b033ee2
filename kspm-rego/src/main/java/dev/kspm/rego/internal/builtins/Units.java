package dev.kspm.rego.internal.builtins;

/** Amounts with units. */
final class Units {
  private Units() {}

  static void define(Definitions in) {
    in.category("units");
    in.missing("units.parse", "(x: string) => y: number", "The number of an amount such as 10Ki.");
    in.missing(
        "units.parse_bytes",
        "(x: string) => y: number",
        "The number of bytes of an amount such as 10MiB.");
  }
}

package dev.kspm.rego.internal.builtins;

/** Integers as endless two's complement. */
final class Bits {
  private Bits() {}

  static void define(Definitions in) {
    in.category("bits");
    in.missing("bits.and", "(x: number, y: number) => z: number", "Bitwise and.");
    in.missing("bits.or", "(x: number, y: number) => z: number", "Bitwise or.");
    in.missing("bits.xor", "(x: number, y: number) => z: number", "Bitwise exclusive or.");
    in.missing("bits.negate", "(x: number) => z: number", "Flips all bits.");
    in.missing("bits.lsh", "(x: number, s: number) => z: number", "Shifts to the left.");
    in.missing(
        "bits.rsh",
        "(x: number, s: number) => z: number",
        "Shifts to the right, keeping the sign.");
  }
}

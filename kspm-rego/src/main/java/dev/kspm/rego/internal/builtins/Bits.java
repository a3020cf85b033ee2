package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.Value;

/** Integers as endless two's complement. */
final class Bits {
  /** A distance that no limit grants. */
  private static final long LARGE = 1L << 50;

  private Bits() {}

  static void define(Definitions in) {
    in.category("bits");
    in.function("bits.and", "(x: number, y: number) => z: number", "Bitwise and.", Bits::and);
    in.function("bits.or", "(x: number, y: number) => z: number", "Bitwise or.", Bits::or);
    in.function(
        "bits.xor", "(x: number, y: number) => z: number", "Bitwise exclusive or.", Bits::xor);
    in.function("bits.negate", "(x: number) => z: number", "Flips all bits.", Bits::negate);
    in.function(
        "bits.lsh", "(x: number, s: number) => z: number", "Shifts to the left.", Bits::lsh);
    in.function(
        "bits.rsh",
        "(x: number, s: number) => z: number",
        "Shifts to the right, keeping the sign.",
        Bits::rsh);
  }

  private static NumberValue operand(BuiltinContext context, Value[] args, int position) {
    NumberValue number = Operands.integer(args, position);
    Numbers.charge(context, number);
    return number;
  }

  private static Value and(BuiltinContext context, Value[] args) {
    NumberValue x = operand(context, args, 1);
    NumberValue y = operand(context, args, 2);
    return x.isLong() && y.isLong()
        ? NumberValue.of(x.asLong() & y.asLong())
        : NumberValue.of(Numbers.toInteger(x).and(Numbers.toInteger(y)));
  }

  private static Value or(BuiltinContext context, Value[] args) {
    NumberValue x = operand(context, args, 1);
    NumberValue y = operand(context, args, 2);
    return x.isLong() && y.isLong()
        ? NumberValue.of(x.asLong() | y.asLong())
        : NumberValue.of(Numbers.toInteger(x).or(Numbers.toInteger(y)));
  }

  private static Value xor(BuiltinContext context, Value[] args) {
    NumberValue x = operand(context, args, 1);
    NumberValue y = operand(context, args, 2);
    return x.isLong() && y.isLong()
        ? NumberValue.of(x.asLong() ^ y.asLong())
        : NumberValue.of(Numbers.toInteger(x).xor(Numbers.toInteger(y)));
  }

  private static Value negate(BuiltinContext context, Value[] args) {
    NumberValue x = operand(context, args, 1);
    return x.isLong() ? NumberValue.of(~x.asLong()) : NumberValue.of(Numbers.toInteger(x).not());
  }

  /** How far to shift: as in OPA, the low 64 bits of the argument. */
  private static long distance(BuiltinContext context, Value[] args) {
    NumberValue by = operand(context, args, 2);
    if (by.exact().signum() < 0) {
      throw BuiltinException.type(
          "operand 2 must be an unsigned integer number but got a negative integer");
    }
    return by.isLong() ? by.asLong() : Numbers.toInteger(by).longValue();
  }

  private static Value lsh(BuiltinContext context, Value[] args) {
    NumberValue x = operand(context, args, 1);
    long by = distance(context, args);
    if (x.exact().signum() == 0) {
      return Numbers.ZERO;
    }
    long shift = by < 0 ? LARGE : Math.min(by, LARGE);
    if (shift > 1_024) {
      Numbers.chargeDigits(context, shift / 3);
    }
    return NumberValue.of(Numbers.toInteger(x).shiftLeft((int) shift));
  }

  private static Value rsh(BuiltinContext context, Value[] args) {
    NumberValue x = operand(context, args, 1);
    long by = distance(context, args);
    int shift = by < 0 ? Integer.MAX_VALUE : (int) Math.min(by, Integer.MAX_VALUE);
    return x.isLong()
        ? NumberValue.of(x.asLong() >> Math.min(shift, 63))
        : NumberValue.of(Numbers.toInteger(x).shiftRight(shift));
  }
}

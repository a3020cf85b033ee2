package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;

/** Arithmetic; minus is the difference of sets too. */
final class Arithmetic {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Whatever has more is beyond all limits. */
  private static final int MOST_BITS = 40;

  private Arithmetic() {}

  static void define(Definitions in) {
    in.category("numbers");
    in.infix("+")
        .function("plus", "(x: number, y: number) => z: number", "Adds.", Arithmetic::plus);
    in.infix("-")
        .function(
            "minus",
            "(x: any<number, set[any]>, y: any<number, set[any]>) => z: any<number, set[any]>",
            "Subtracts numbers, or takes one set from another.",
            Arithmetic::minus);
    in.infix("*")
        .function("mul", "(x: number, y: number) => z: number", "Multiplies.", Arithmetic::mul);
    in.infix("/")
        .function("div", "(x: number, y: number) => z: number", "Divides.", Arithmetic::div);
    in.infix("%")
        .function(
            "rem",
            "(x: number, y: number) => z: number",
            "The remainder of an integer division, with the sign of the dividend.",
            Arithmetic::rem);
    in.function("abs", "(x: number) => y: number", "The number without its sign.", Arithmetic::abs);
    in.function(
        "ceil",
        "(x: number) => y: number",
        "The least integer that is not below a number.",
        Arithmetic::ceil);
    in.function(
        "floor",
        "(x: number) => y: number",
        "The greatest integer that is not above a number.",
        Arithmetic::floor);
    in.function(
        "round",
        "(x: number) => y: number",
        "The nearest integer, halves away from zero.",
        Arithmetic::round);
    in.function(
        "numbers.range",
        "(a: number, b: number) => range: array[number]",
        "The integers from one to another, both included, up or down.",
        Arithmetic::range);
    in.function(
        "numbers.range_step",
        "(a: number, b: number, step: number) => range: array[number]",
        "The integers from one to another by a step.",
        Arithmetic::rangeStep);
    in.nondeterministic()
        .missing(
            "rand.intn",
            "(str: string, n: number) => y: number",
            "A random integer below a bound, the same for equal arguments in one query.");
  }

  private static Value plus(BuiltinContext context, Value[] args) {
    return add(context, Operands.number(args, 1), Operands.number(args, 2));
  }

  static NumberValue add(BuiltinContext context, NumberValue x, NumberValue y) {
    if (x.isLong() && y.isLong()) {
      long a = x.asLong();
      long b = y.asLong();
      long sum = a + b;
      return ((a ^ sum) & (b ^ sum)) < 0
          ? NumberValue.of(BigInteger.valueOf(a).add(BigInteger.valueOf(b)))
          : NumberValue.of(sum);
    }
    charge(context, x, y);
    return x.isInteger() && y.isInteger()
        ? NumberValue.of(Numbers.toInteger(x).add(Numbers.toInteger(y)))
        : Numbers.of(context, Numbers.toFloat(x).add(Numbers.toFloat(y)));
  }

  private static void charge(BuiltinContext context, NumberValue x, NumberValue y) {
    Numbers.charge(context, x);
    Numbers.charge(context, y);
  }

  private static Value minus(BuiltinContext context, Value[] args) {
    if (args[0] instanceof NumberValue x) {
      return subtract(context, x, Operands.number(args, 2));
    } else if (args[0] instanceof SetValue set) {
      return Sets.difference(context, set, Operands.set(args, 2));
    }
    throw Operands.wrong(1, "one of {number, set}", args[0]);
  }

  private static NumberValue subtract(BuiltinContext context, NumberValue x, NumberValue y) {
    if (x.isLong() && y.isLong()) {
      long a = x.asLong();
      long b = y.asLong();
      long difference = a - b;
      return ((a ^ b) & (a ^ difference)) < 0
          ? NumberValue.of(BigInteger.valueOf(a).subtract(BigInteger.valueOf(b)))
          : NumberValue.of(difference);
    }
    charge(context, x, y);
    return x.isInteger() && y.isInteger()
        ? NumberValue.of(Numbers.toInteger(x).subtract(Numbers.toInteger(y)))
        : Numbers.of(context, Numbers.toFloat(x).add(Numbers.toFloat(y).negate()));
  }

  private static Value mul(BuiltinContext context, Value[] args) {
    return multiply(context, Operands.number(args, 1), Operands.number(args, 2));
  }

  static NumberValue multiply(BuiltinContext context, NumberValue x, NumberValue y) {
    if (x.isLong() && y.isLong()) {
      long a = x.asLong();
      long b = y.asLong();
      long product = a * b;
      if (Math.multiplyHigh(a, b) == product >> 63) {
        return NumberValue.of(product);
      }
    }
    charge(context, x, y);
    if (x.isInteger() && y.isInteger()) {
      BigInteger a = Numbers.toInteger(x);
      BigInteger b = Numbers.toInteger(y);
      long bits = (long) a.bitLength() + b.bitLength();
      if (bits > 4_096) {
        Numbers.chargeDigits(context, bits * 3 / 10);
      }
      return NumberValue.of(a.multiply(b));
    }
    return Numbers.of(context, Numbers.toFloat(x).multiply(Numbers.toFloat(y)));
  }

  private static Value div(BuiltinContext context, Value[] args) {
    NumberValue x = Operands.number(args, 1);
    NumberValue y = Operands.number(args, 2);
    if (x.isLong() && y.isLong()) {
      long a = x.asLong();
      long b = y.asLong();
      if (a != 0 && b != 0 && b != -1 && a % b == 0) {
        return NumberValue.of(a / b);
      }
    }
    if (y.exact().signum() == 0) {
      throw BuiltinException.failed("divide by zero");
    }
    charge(context, x, y);
    return Numbers.of(context, Numbers.toFloat(x).divide(Numbers.toFloat(y)));
  }

  private static Value rem(BuiltinContext context, Value[] args) {
    NumberValue x = Operands.number(args, 1);
    NumberValue y = Operands.number(args, 2);
    if (x.isLong() && y.isLong() && y.asLong() != 0) {
      return NumberValue.of(x.asLong() % y.asLong());
    }
    if (!x.isInteger() || !y.isInteger()) {
      throw BuiltinException.failed("modulo on floating-point number");
    }
    if (y.exact().signum() == 0) {
      throw BuiltinException.failed("modulo by zero");
    }
    charge(context, x, y);
    return NumberValue.of(Numbers.toInteger(x).remainder(Numbers.toInteger(y)));
  }

  private static Value abs(BuiltinContext context, Value[] args) {
    NumberValue x = Operands.number(args, 1);
    if (x.isLong()) {
      return x.asLong() >= 0 ? x : subtract(context, Numbers.ZERO, x);
    }
    Numbers.charge(context, x);
    return Numbers.of(context, Numbers.toFloat(x).abs());
  }

  private static Value ceil(BuiltinContext context, Value[] args) {
    return whole(
        context,
        args,
        value -> {
          BigInteger whole = value.toInteger();
          // As OPA has it: a fraction above -1 is taken for a positive one.
          return value.isInteger() || whole.signum() < 0 ? whole : whole.add(BigInteger.ONE);
        });
  }

  private static Value floor(BuiltinContext context, Value[] args) {
    return whole(
        context,
        args,
        value -> {
          BigInteger whole = value.toInteger();
          return value.isInteger() || whole.signum() >= 0 ? whole : whole.subtract(BigInteger.ONE);
        });
  }

  private static Value round(BuiltinContext context, Value[] args) {
    return whole(
        context,
        args,
        value -> {
          BinaryFloat half = BinaryFloat.of(HALF, Numbers.PRECISION);
          return value.add(value.signum() < 0 ? half.negate() : half).toInteger();
        });
  }

  private static Value whole(
      BuiltinContext context, Value[] args, Function<BinaryFloat, BigInteger> rounding) {
    NumberValue x = Operands.number(args, 1);
    if (x.isLong()) {
      return x;
    }
    Numbers.charge(context, x);
    return NumberValue.of(rounding.apply(Numbers.toFloat(x)));
  }

  private static Value range(BuiltinContext context, Value[] args) {
    return range(context, Operands.integer(args, 1), Operands.integer(args, 2), Numbers.ONE);
  }

  private static Value rangeStep(BuiltinContext context, Value[] args) {
    NumberValue from = Operands.integer(args, 1);
    NumberValue to = Operands.integer(args, 2);
    NumberValue step = Operands.integer(args, 3);
    if (step.exact().signum() <= 0) {
      throw BuiltinException.failed("numbers.range_step: step must be a positive integer");
    }
    return range(context, from, to, step);
  }

  private static Value range(
      BuiltinContext context, NumberValue from, NumberValue to, NumberValue step) {
    charge(context, from, to);
    Numbers.charge(context, step);
    BigInteger a = Numbers.toInteger(from);
    BigInteger b = Numbers.toInteger(to);
    BigInteger by = Numbers.toInteger(step);
    BigInteger count = b.subtract(a).abs().divide(by).add(BigInteger.ONE);
    // Integers of more than 64 bits are held as text.
    long bits = Math.max(a.bitLength(), b.bitLength());
    long cells = bits < Long.SIZE ? 1 : 2 + bits / 64;
    context.build(count.bitLength() < MOST_BITS ? count.longValue() * cells : Long.MAX_VALUE);
    context.work(count.bitLength() < MOST_BITS ? count.longValue() : Long.MAX_VALUE);
    ArrayValue.Builder out = ArrayValue.builder();
    boolean up = a.compareTo(b) <= 0;
    if (a.bitLength() < 63 && b.bitLength() < 63 && by.bitLength() < 63) {
      long at = a.longValue();
      long distance = up ? by.longValue() : -by.longValue();
      for (long left = count.longValue(); left > 0; left--) {
        out.add(NumberValue.of(at));
        at += distance;
      }
    } else {
      BigInteger distance = up ? by : by.negate();
      for (long left = count.longValue(); left > 0; left--) {
        out.add(NumberValue.of(a));
        a = a.add(distance);
      }
    }
    return out.build();
  }
}

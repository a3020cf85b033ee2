package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.math.BigInteger;

/** Arguments as values of the type that a builtin wants; positions count from 1. */
final class Operands {
  private Operands() {}

  static String string(Value[] args, int position) {
    if (args[position - 1] instanceof StringValue string) {
      return string.value();
    }
    throw wrong(position, "string", args[position - 1]);
  }

  static NumberValue number(Value[] args, int position) {
    if (args[position - 1] instanceof NumberValue number) {
      return number;
    }
    throw wrong(position, "number", args[position - 1]);
  }

  static boolean truth(Value[] args, int position) {
    if (args[position - 1] instanceof BooleanValue truth) {
      return truth.value();
    }
    throw wrong(position, "boolean", args[position - 1]);
  }

  static ArrayValue array(Value[] args, int position) {
    if (args[position - 1] instanceof ArrayValue array) {
      return array;
    }
    throw wrong(position, "array", args[position - 1]);
  }

  static ObjectValue object(Value[] args, int position) {
    if (args[position - 1] instanceof ObjectValue object) {
      return object;
    }
    throw wrong(position, "object", args[position - 1]);
  }

  static SetValue set(Value[] args, int position) {
    if (args[position - 1] instanceof SetValue set) {
      return set;
    }
    throw wrong(position, "set", args[position - 1]);
  }

  /** An integer of any size, also when it is written as {@code 1.0}. */
  static NumberValue integer(Value[] args, int position) {
    if (!(args[position - 1] instanceof NumberValue number)) {
      throw wrong(position, "integer", args[position - 1]);
    }
    if (!number.isInteger()) {
      throw notInteger(position);
    }
    return number;
  }

  static BigInteger bigInteger(Value[] args, int position) {
    return Numbers.toInteger(integer(args, position));
  }

  /** A 64-bit integer that is written without an exponent ({@code 1.0} is, {@code 1e0} not). */
  static long plainLong(Value[] args, int position) {
    NumberValue number = number(args, position);
    if (number.isLong()) {
      return number.asLong();
    }
    String text = number.text();
    if (text.indexOf('e') < 0 && text.indexOf('E') < 0 && number.isInteger()) {
      BigInteger value = Numbers.toInteger(number);
      if (value.bitLength() < Long.SIZE) {
        return value.longValue();
      }
    }
    throw notInteger(position);
  }

  static BuiltinException notInteger(int position) {
    return BuiltinException.type(
        "operand " + position + " must be integer number but got floating-point number");
  }

  static BuiltinException wrong(int position, String wanted, Value got) {
    return BuiltinException.type(
        "operand " + position + " must be " + wanted + " but got " + got.type().regoName());
  }
}

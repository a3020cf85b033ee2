package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;

/** From one type to another. */
final class Conversions {
  private Conversions() {}

  static void define(Definitions in) {
    in.category("conversions");
    in.function(
        "to_number",
        "(value: any<null, boolean, number, string>) => num: number",
        "The number that a value stands for.",
        Conversions::toNumber);
    in.deprecated()
        .function(
            "cast_array",
            "(any) => array[any]",
            "An array, also from a set.",
            Conversions::castArray);
    in.deprecated()
        .function(
            "cast_set", "(any) => set[any]", "A set, also from an array.", Conversions::castSet);
    in.deprecated()
        .function(
            "cast_string",
            "(any) => string",
            "The value, if it is a string.",
            Conversions::castString);
    in.deprecated()
        .function(
            "cast_boolean",
            "(any) => boolean",
            "The value, if it is a boolean.",
            Conversions::castBoolean);
    in.deprecated()
        .function("cast_null", "(any) => null", "The value, if it is null.", Conversions::castNull);
    in.deprecated()
        .function(
            "cast_object",
            "(any) => object[any: any]",
            "The value, if it is an object.",
            Conversions::castObject);
  }

  private static Value toNumber(BuiltinContext context, Value[] args) {
    Value of = args[0];
    if (of instanceof NumberValue) {
      return of;
    } else if (of == NullValue.NULL) {
      return Numbers.ZERO;
    } else if (of instanceof BooleanValue truth) {
      return truth.value() ? Numbers.ONE : Numbers.ZERO;
    } else if (of instanceof StringValue string) {
      context.work(string.value().length());
      if (GoFloatText.isInfiniteOrNan(string.value())) {
        throw Operands.wrong(1, "valid number string", of);
      }
      return GoFloatText.parse(string.value());
    }
    throw Operands.wrong(1, "one of {null, boolean, number, string}", of);
  }

  private static Value castArray(BuiltinContext context, Value[] args) {
    if (args[0] instanceof ArrayValue) {
      return args[0];
    } else if (args[0] instanceof SetValue set) {
      return Sets.toArray(context, set);
    }
    throw Operands.wrong(1, "one of {array, set}", args[0]);
  }

  private static Value castSet(BuiltinContext context, Value[] args) {
    if (args[0] instanceof SetValue) {
      return args[0];
    } else if (args[0] instanceof ArrayValue array) {
      context.build(array.size());
      SetValue.Builder out = SetValue.builder();
      array.forEach(out::add);
      return out.build();
    }
    throw Operands.wrong(1, "one of {array, set}", args[0]);
  }

  private static Value castString(BuiltinContext context, Value[] args) {
    Operands.string(args, 1);
    return args[0];
  }

  private static Value castBoolean(BuiltinContext context, Value[] args) {
    Operands.truth(args, 1);
    return args[0];
  }

  private static Value castNull(BuiltinContext context, Value[] args) {
    if (args[0] == NullValue.NULL) {
      return args[0];
    }
    throw Operands.wrong(1, "null", args[0]);
  }

  private static Value castObject(BuiltinContext context, Value[] args) {
    return Operands.object(args, 1);
  }

  /** Go's error for a text that is no number. */
  static BuiltinException notParsed(String function, String text, String why) {
    return BuiltinException.failed(
        "strconv." + function + ": parsing " + StringValue.of(text) + ": " + why);
  }
}

package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinFunction;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.rego.value.ValueType;

/** The type of a value. */
final class Types {
  private Types() {}

  static void define(Definitions in) {
    in.category("types");
    in.function(
        "is_array",
        "(x: any) => result: boolean",
        "Whether a value is an array.",
        is(ValueType.ARRAY));
    in.function(
        "is_boolean",
        "(x: any) => result: boolean",
        "Whether a value is a boolean.",
        is(ValueType.BOOLEAN));
    in.function(
        "is_null", "(x: any) => result: boolean", "Whether a value is null.", is(ValueType.NULL));
    in.function(
        "is_number",
        "(x: any) => result: boolean",
        "Whether a value is a number.",
        is(ValueType.NUMBER));
    in.function(
        "is_object",
        "(x: any) => result: boolean",
        "Whether a value is an object.",
        is(ValueType.OBJECT));
    in.function(
        "is_set", "(x: any) => result: boolean", "Whether a value is a set.", is(ValueType.SET));
    in.function(
        "is_string",
        "(x: any) => result: boolean",
        "Whether a value is a string.",
        is(ValueType.STRING));
    in.function(
        "type_name",
        "(x: any) => type: string",
        "The name of the type of a value.",
        Types::typeName);
  }

  private static BuiltinFunction is(ValueType type) {
    return (context, args) -> BooleanValue.of(args[0].type() == type);
  }

  private static Value typeName(BuiltinContext context, Value[] args) {
    return StringValue.of(args[0].type().regoName());
  }
}

package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.builtin.BuiltinFunction;
import dev.kspm.rego.internal.json.JsonReader;
import dev.kspm.rego.internal.json.JsonWriter;
import dev.kspm.rego.internal.json.Utf8;
import dev.kspm.rego.internal.yaml.YamlReader;
import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.JsonReadOptions;
import dev.kspm.rego.policy.JsonWriteOptions;
import dev.kspm.rego.policy.YamlOptions;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;

/** Values as JSON and YAML. */
final class Serialization {
  private Serialization() {}

  static void define(Definitions in) {
    in.category("encoding");
    in.function(
        "json.marshal", "(x: any) => y: string", "A value as JSON.", Serialization::jsonMarshal);
    in.function(
        "json.marshal_with_options",
        "(x: any, opts: object<indent: string, prefix: string, pretty: boolean>[string: any]) => y: string",
        "A value as JSON, indented at will.",
        Serialization::jsonMarshalWithOptions);
    in.function(
        "json.unmarshal",
        "(x: string) => y: any",
        "The value of a JSON text.",
        Serialization::jsonUnmarshal);
    in.function(
        "json.is_valid",
        "(x: string) => result: boolean",
        "Whether a string is JSON.",
        Serialization::jsonIsValid);
    in.function(
        "yaml.marshal", "(x: any) => y: string", "A value as YAML.", Serialization::yamlMarshal);
    in.function(
        "yaml.unmarshal",
        "(x: string) => y: any",
        "The value of a YAML text.",
        Serialization::yamlUnmarshal);
    in.function(
        "yaml.is_valid",
        "(x: string) => result: boolean",
        "Whether a string is YAML.",
        Serialization::yamlIsValid);
  }

  /** Counts what a value costs to be written, before it is. */
  static void charge(BuiltinContext context, Value value) {
    context.work(1);
    if (value instanceof StringValue string) {
      Text.charge(context, string.value().length());
    } else if (value instanceof ArrayValue array) {
      context.build(array.size());
      array.forEach(element -> charge(context, element));
    } else if (value instanceof SetValue set) {
      context.build(set.size());
      set.forEach(element -> charge(context, element));
    } else if (value instanceof ObjectValue object) {
      context.build(object.size());
      object.forEach(
          (key, member) -> {
            charge(context, key);
            charge(context, member);
          });
    }
  }

  private static Value jsonMarshal(BuiltinContext context, Value[] args) {
    charge(context, args[0]);
    return StringValue.of(new JsonWriter(JsonWriteOptions.OPA).write(args[0]));
  }

  private static Value jsonMarshalWithOptions(BuiltinContext context, Value[] args) {
    ObjectValue options = Operands.object(args, 2);
    String prefix = "";
    String indent = "\t";
    Boolean pretty = null;
    for (int i = 0; i < options.size(); i++) {
      Value value = options.valueAt(i);
      Value key = options.keyAt(i);
      switch (key instanceof StringValue name ? name.value() : "") {
        case "prefix" -> prefix = option("prefix", value);
        case "indent" -> indent = option("indent", value);
        case "pretty" -> {
          if (!(value instanceof BooleanValue truth)) {
            throw badOption("pretty", "boolean", value);
          }
          pretty = truth.value();
        }
        default -> throw BuiltinException.type("operand 2 object contained unknown key " + key);
      }
    }
    boolean indented = pretty == null ? options.size() > 0 : pretty;
    charge(context, args[0]);
    String text =
        new JsonWriter(
                indented ? new JsonWriteOptions(true, true, prefix, indent) : JsonWriteOptions.OPA)
            .write(args[0]);
    return Text.of(context, indented ? prefix + text : text);
  }

  private static String option(String name, Value value) {
    if (value instanceof StringValue string) {
      return string.value();
    }
    throw badOption(name, "string", value);
  }

  private static BuiltinException badOption(String name, String wanted, Value value) {
    return BuiltinException.type(
        "operand 2 key \""
            + name
            + "\" failed cast to "
            + wanted
            + ": operand 0 must be "
            + wanted
            + " but got "
            + value.type().regoName());
  }

  private static Value jsonUnmarshal(BuiltinContext context, Value[] args) {
    Value value = jsonRead(context, args);
    if (hasTooBigNumber(value)) {
      throw BuiltinException.failed("invalid number: number too big");
    }
    return value;
  }

  private static Value jsonRead(BuiltinContext context, Value[] args) {
    String text = Operands.string(args, 1);
    Text.charge(context, 16L * text.length());
    try {
      return new JsonReader(Utf8.encode(text), JsonReadOptions.OPA).readOnly();
    } catch (DataException broken) {
      throw BuiltinException.failed(broken.goText(), broken);
    }
  }

  /** Whether a number in a value has a binary exponent that OPA refuses. */
  private static boolean hasTooBigNumber(Value value) {
    if (value instanceof NumberValue number) {
      return !number.isLong() && Numbers.isTooBig(number);
    } else if (value instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        if (hasTooBigNumber(array.get(i))) {
          return true;
        }
      }
    } else if (value instanceof ObjectValue object) {
      for (int i = 0; i < object.size(); i++) {
        if (hasTooBigNumber(object.valueAt(i))) {
          return true;
        }
      }
    }
    return false;
  }

  private static Value jsonIsValid(BuiltinContext context, Value[] args) {
    return isValid(context, args, Serialization::jsonRead);
  }

  private static Value isValid(BuiltinContext context, Value[] args, BuiltinFunction reader) {
    if (!(args[0] instanceof StringValue)) {
      return BooleanValue.FALSE;
    }
    try {
      reader.call(context, args);
      return BooleanValue.TRUE;
    } catch (BuiltinException broken) {
      return BooleanValue.FALSE;
    }
  }

  private static Value yamlMarshal(BuiltinContext context, Value[] args) {
    charge(context, args[0]);
    return StringValue.of(
        YamlText.of(context, args[0], key -> new JsonWriter(JsonWriteOptions.OPA).write(key)));
  }

  private static Value yamlUnmarshal(BuiltinContext context, Value[] args) {
    String text = Operands.string(args, 1);
    Text.charge(context, 16L * text.length());
    try {
      return new YamlReader(Utf8.encode(text), YamlOptions.OPA).readFirst();
    } catch (DataException broken) {
      throw BuiltinException.failed(broken.goText(), broken);
    }
  }

  private static Value yamlIsValid(BuiltinContext context, Value[] args) {
    return isValid(context, args, Serialization::yamlUnmarshal);
  }
}

package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Values as text. */
final class Formatting {
  private Formatting() {}

  static void define(Definitions in) {
    in.category("strings");
    in.function(
        "sprintf",
        "(format: string, values: array[any]) => output: string",
        "Formats values by the verbs of a format.",
        Formatting::sprintf);
    in.function(
        "format_int",
        "(number: number, base: number) => output: string",
        "The integer part of a number in base 2, 8, 10 or 16.",
        Formatting::formatInt);
    in.function(
        "internal.template_string",
        "(array[any]) => string",
        "The text of a template string with its parts filled in.",
        Formatting::templateString);
    in.missing(
        "strings.render_template",
        "(value: string, vars: object[string: any]) => result: string",
        "Fills a template of Go text/template syntax.");
  }

  private static Value sprintf(BuiltinContext context, Value[] args) {
    String format = Operands.string(args, 1);
    List<Object> operands = new ArrayList<>();
    for (Value value : Operands.array(args, 2)) {
      operands.add(operand(value));
    }
    return StringValue.of(GoFormat.format(context, format, operands));
  }

  private static Object operand(Value value) {
    if (value instanceof StringValue string) {
      return string.value();
    } else if (value instanceof NumberValue number) {
      return number.isLong() ? (Object) number.asLong() : operand(number);
    }
    return value.toString();
  }

  private static Object operand(NumberValue number) {
    String text = number.text();
    int digits = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (text.chars().skip(digits).allMatch(c -> c >= '0' && c <= '9')) {
      BigInteger integer = new BigInteger(text);
      return integer.bitLength() < Long.SIZE ? (Object) integer.longValue() : integer;
    }
    double nearest = number.asDouble();
    return Double.isInfinite(nearest) ? text : (Object) nearest;
  }

  private static Value formatInt(BuiltinContext context, Value[] args) {
    NumberValue number = Operands.number(args, 1);
    NumberValue base = Operands.number(args, 2);
    int radix =
        switch (base.text()) {
          case "2" -> 2;
          case "8" -> 8;
          case "10" -> 10;
          case "16" -> 16;
          default -> throw BuiltinException.type("operand 2 must be one of {2, 8, 10, 16}");
        };
    if (number.isLong()) {
      return StringValue.of(Long.toString(number.asLong(), radix));
    }
    Numbers.charge(context, number);
    BigInteger integer =
        isDigits(number.text()) ? Numbers.toInteger(number) : Numbers.toFloat(number).toInteger();
    return Text.of(context, integer.toString(radix));
  }

  private static boolean isDigits(String text) {
    return text.chars().skip(text.startsWith("-") ? 1 : 0).allMatch(c -> c >= '0' && c <= '9');
  }

  private static Value templateString(BuiltinContext context, Value[] args) {
    StringBuilder out = new StringBuilder();
    ArrayValue parts = Operands.array(args, 1);
    for (int i = 0; i < parts.size(); i++) {
      Value part = parts.get(i);
      String text;
      if (!(part instanceof SetValue set)) {
        text = shown(part);
      } else if (set.size() == 0) {
        text = "<undefined>";
      } else if (set.size() == 1) {
        text = shown(set.elementAt(0));
      } else {
        throw BuiltinException.conflict("template-strings must not produce multiple outputs");
      }
      Text.charge(context, text.length());
      out.append(text);
    }
    return StringValue.of(out.toString());
  }

  private static String shown(Value value) {
    return value instanceof StringValue string ? string.value() : value.toString();
  }
}

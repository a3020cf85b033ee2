package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;

/** Equality and order over all values. */
final class Comparison {
  private Comparison() {}

  static void define(Definitions in) {
    in.category("comparison");
    in.infix("=")
        .function(
            "eq",
            "(any, any) => boolean",
            "Unifies; the compiler resolves it, so it is only ever called as a test.",
            Comparison::equal);
    in.infix(":=")
        .function(
            "assign",
            "(any, any) => boolean",
            "Declares; the compiler resolves it.",
            Comparison::equal);
    in.infix("==")
        .function(
            "equal",
            "(x: any, y: any) => result: boolean",
            "Whether two values are equal.",
            Comparison::equal);
    in.infix("!=")
        .function(
            "neq",
            "(x: any, y: any) => result: boolean",
            "Whether two values differ.",
            Comparison::neq);
    in.infix("<")
        .function(
            "lt",
            "(x: any, y: any) => result: boolean",
            "Whether the first value is before the second.",
            Comparison::lt);
    in.infix("<=")
        .function(
            "lte",
            "(x: any, y: any) => result: boolean",
            "Whether the first value is not after the second.",
            Comparison::lte);
    in.infix(">")
        .function(
            "gt",
            "(x: any, y: any) => result: boolean",
            "Whether the first value is after the second.",
            Comparison::gt);
    in.infix(">=")
        .function(
            "gte",
            "(x: any, y: any) => result: boolean",
            "Whether the first value is not before the second.",
            Comparison::gte);
    in.infix("in")
        .function(
            "internal.member_2",
            "(any, any) => boolean",
            "Whether a collection has a value: the operator \"in\".",
            Comparison::member);
    in.infix("in")
        .function(
            "internal.member_3",
            "(any, any, any) => boolean",
            "Whether a collection has a value at a key: the operator \"in\" with a key.",
            Comparison::memberAt);
  }

  private static Value equal(BuiltinContext context, Value[] args) {
    return BooleanValue.of(args[0].equals(args[1]));
  }

  private static Value neq(BuiltinContext context, Value[] args) {
    return BooleanValue.of(!args[0].equals(args[1]));
  }

  private static Value lt(BuiltinContext context, Value[] args) {
    return BooleanValue.of(args[0].compareTo(args[1]) < 0);
  }

  private static Value lte(BuiltinContext context, Value[] args) {
    return BooleanValue.of(args[0].compareTo(args[1]) <= 0);
  }

  private static Value gt(BuiltinContext context, Value[] args) {
    return BooleanValue.of(args[0].compareTo(args[1]) > 0);
  }

  private static Value gte(BuiltinContext context, Value[] args) {
    return BooleanValue.of(args[0].compareTo(args[1]) >= 0);
  }

  private static Value member(BuiltinContext context, Value[] args) {
    Value wanted = args[0];
    if (args[1] instanceof SetValue set) {
      return BooleanValue.of(set.contains(wanted));
    } else if (args[1] instanceof ArrayValue array) {
      int n = array.size();
      context.work(n >> 3);
      for (int i = 0; i < n; i++) {
        if (array.get(i).equals(wanted)) {
          return BooleanValue.TRUE;
        }
      }
    } else if (args[1] instanceof ObjectValue object) {
      int n = object.size();
      context.work(n >> 3);
      for (int i = 0; i < n; i++) {
        if (object.valueAt(i).equals(wanted)) {
          return BooleanValue.TRUE;
        }
      }
    }
    return BooleanValue.FALSE;
  }

  private static Value memberAt(BuiltinContext context, Value[] args) {
    Value found = args[2].lookup(args[0]);
    return BooleanValue.of(found != null && found.equals(args[1]));
  }
}

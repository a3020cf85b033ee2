package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;

/** Sets. */
final class Sets {
  private Sets() {}

  static void define(Definitions in) {
    in.category("sets");
    in.infix("&")
        .function(
            "and",
            "(x: set[any], y: set[any]) => z: set[any]",
            "The elements that both sets have.",
            Sets::and);
    in.infix("|")
        .function(
            "or",
            "(x: set[any], y: set[any]) => z: set[any]",
            "The elements that one of the sets has.",
            Sets::or);
    in.function(
        "intersection",
        "(xs: set[set[any]]) => y: set[any]",
        "The elements that all sets have.",
        Sets::intersection);
    in.function(
        "union",
        "(xs: set[set[any]]) => y: set[any]",
        "The elements that any of the sets has.",
        Sets::union);
    in.deprecated()
        .function(
            "set_diff",
            "(set[any], set[any]) => set[any]",
            "The elements of the first set that the second does not have.",
            Sets::setDiff);
  }

  static ArrayValue toArray(BuiltinContext context, SetValue set) {
    context.build(set.size());
    ArrayValue.Builder out = ArrayValue.builder();
    set.forEach(out::add);
    return out.build();
  }

  static SetValue difference(BuiltinContext context, SetValue from, SetValue without) {
    context.build(from.size());
    SetValue.Builder out = SetValue.builder();
    for (Value element : from) {
      if (!without.contains(element)) {
        out.add(element);
      }
    }
    return out.build();
  }

  private static Value and(BuiltinContext context, Value[] args) {
    return common(context, Operands.set(args, 1), Operands.set(args, 2));
  }

  private static SetValue common(BuiltinContext context, SetValue a, SetValue b) {
    SetValue small = a.size() <= b.size() ? a : b;
    SetValue large = small == a ? b : a;
    context.build(small.size());
    SetValue.Builder out = SetValue.builder();
    for (Value element : small) {
      if (large.contains(element)) {
        out.add(element);
      }
    }
    return out.build();
  }

  private static Value or(BuiltinContext context, Value[] args) {
    SetValue a = Operands.set(args, 1);
    SetValue b = Operands.set(args, 2);
    if (b.size() == 0) {
      return a;
    } else if (a.size() == 0) {
      return b;
    }
    context.build((long) a.size() + b.size());
    SetValue.Builder out = SetValue.builder();
    a.forEach(out::add);
    b.forEach(out::add);
    return out.build();
  }

  private static Value setDiff(BuiltinContext context, Value[] args) {
    return difference(context, Operands.set(args, 1), Operands.set(args, 2));
  }

  private static SetValue setIn(Value element) {
    if (element instanceof SetValue set) {
      return set;
    }
    throw Operands.wrong(1, "set", element);
  }

  private static Value intersection(BuiltinContext context, Value[] args) {
    SetValue sets = Operands.set(args, 1);
    if (sets.size() == 0) {
      return SetValue.EMPTY;
    }
    SetValue left = null;
    for (Value element : sets) {
      SetValue set = setIn(element);
      left = left == null ? set : common(context, left, set);
    }
    return left == null ? SetValue.EMPTY : left;
  }

  private static Value union(BuiltinContext context, Value[] args) {
    SetValue.Builder out = SetValue.builder();
    for (Value element : Operands.set(args, 1)) {
      SetValue set = setIn(element);
      context.build(set.size());
      set.forEach(out::add);
    }
    return out.build();
  }
}

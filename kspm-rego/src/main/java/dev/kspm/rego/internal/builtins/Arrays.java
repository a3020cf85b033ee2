package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.Value;

/** Arrays. */
final class Arrays {
  private Arrays() {}

  static void define(Definitions in) {
    in.category("array");
    in.function(
        "array.concat",
        "(x: array[any], y: array[any]) => z: array[any]",
        "Joins two arrays.",
        Arrays::concat);
    in.function(
        "array.flatten",
        "(arr: array[any]) => flattened: array[any]",
        "Replaces arrays among the elements by their elements, one level deep.",
        Arrays::flatten);
    in.function(
        "array.reverse",
        "(arr: array[any]) => rev: array[any]",
        "The elements from last to first.",
        Arrays::reverse);
    in.function(
        "array.slice",
        "(arr: array[any], start: number, stop: number) => slice: array[any]",
        "The elements from a position up to another, which is left out; positions are clamped.",
        Arrays::slice);
  }

  private static Value concat(BuiltinContext context, Value[] args) {
    ArrayValue first = Operands.array(args, 1);
    ArrayValue second = Operands.array(args, 2);
    context.build((long) first.size() + second.size());
    ArrayValue.Builder out = ArrayValue.builder();
    append(out, first, 0, first.size());
    append(out, second, 0, second.size());
    return out.build();
  }

  private static void append(ArrayValue.Builder out, ArrayValue from, int start, int end) {
    for (int i = start; i < end; i++) {
      out.add(from.get(i));
    }
  }

  private static Value flatten(BuiltinContext context, Value[] args) {
    ArrayValue array = Operands.array(args, 1);
    ArrayValue.Builder out = ArrayValue.builder();
    int n = array.size();
    for (int i = 0; i < n; i++) {
      Value element = array.get(i);
      if (element instanceof ArrayValue inner) {
        context.build(1L + inner.size());
        append(out, inner, 0, inner.size());
      } else {
        context.build(1);
        out.add(element);
      }
    }
    return out.build();
  }

  private static Value reverse(BuiltinContext context, Value[] args) {
    ArrayValue array = Operands.array(args, 1);
    context.build(array.size());
    ArrayValue.Builder out = ArrayValue.builder();
    for (int i = array.size() - 1; i >= 0; i--) {
      out.add(array.get(i));
    }
    return out.build();
  }

  private static Value slice(BuiltinContext context, Value[] args) {
    ArrayValue array = Operands.array(args, 1);
    int start = clamp(Operands.plainLong(args, 2), array.size());
    int end = clamp(Operands.plainLong(args, 3), array.size());
    if (start >= end) {
      return ArrayValue.EMPTY;
    }
    if (start == 0 && end == array.size()) {
      return array;
    }
    context.build(end - start);
    ArrayValue.Builder out = ArrayValue.builder();
    append(out, array, start, end);
    return out.build();
  }

  private static int clamp(long position, int size) {
    return (int) Math.max(0, Math.min(position, size));
  }
}

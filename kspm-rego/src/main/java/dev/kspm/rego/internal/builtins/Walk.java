package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinRelation;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Every path of a document with the value there; with a known path only that one. */
final class Walk implements BuiltinRelation {
  @Override
  public void call(BuiltinContext context, Value[] args, Predicate<Value> results) {
    walk(context, new ArrayList<>(), args[0], results);
  }

  @Override
  public void callWithFirst(
      BuiltinContext context, Value[] args, Value first, Predicate<Value> results) {
    if (!(first instanceof ArrayValue path)) {
      return;
    }
    Value at = args[0];
    for (int i = 0; i < path.size() && at != null; i++) {
      at = at.lookup(path.get(i));
    }
    if (at != null) {
      var unused = results.test(ArrayValue.of(path, at));
    }
  }

  /** Whether to go on. */
  private static boolean walk(
      BuiltinContext context, List<Value> path, Value value, Predicate<Value> results) {
    context.build(3L + path.size());
    context.work(1);
    if (!results.test(ArrayValue.of(ArrayValue.of(path), value))) {
      return false;
    }
    if (value instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        if (!below(context, path, NumberValue.of(i), array.get(i), results)) {
          return false;
        }
      }
    } else if (value instanceof ObjectValue object) {
      for (int i = 0; i < object.size(); i++) {
        if (!below(context, path, object.keyAt(i), object.valueAt(i), results)) {
          return false;
        }
      }
    } else if (value instanceof SetValue set) {
      for (Value element : set) {
        if (!below(context, path, element, element, results)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean below(
      BuiltinContext context, List<Value> path, Value key, Value value, Predicate<Value> results) {
    path.add(key);
    boolean more = walk(context, path, value, results);
    path.remove(path.size() - 1);
    return more;
  }
}

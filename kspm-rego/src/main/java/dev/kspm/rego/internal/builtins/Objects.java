package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;
import java.util.HashSet;
import java.util.Set;

/** Objects. */
final class Objects {
  private Objects() {}

  static void define(Definitions in) {
    in.category("object");
    in.function(
        "object.get",
        "(object: object[any: any], key: any, default: any) => value: any",
        "The value at a key or at a path of keys, or a default.",
        Objects::get);
    in.function(
        "object.keys",
        "(object: object[any: any]) => value: set[any]",
        "The keys of an object.",
        Objects::keys);
    in.function(
        "object.remove",
        "(object: object[any: any], keys: any<array[any], object[any: any], set[any]>) => output: object[any: any]",
        "An object without some keys.",
        Objects::remove);
    in.function(
        "object.filter",
        "(object: object[any: any], keys: any<array[any], object[any: any], set[any]>) => filtered: object[any: any]",
        "An object with only some keys.",
        Objects::filter);
    in.function(
        "object.union",
        "(a: object[any: any], b: object[any: any]) => output: object[any: any]",
        "Merges two objects, recursively; the second wins.",
        Objects::union);
    in.function(
        "object.union_n",
        "(objects: array[object[any: any]]) => output: object[any: any]",
        "Merges objects, recursively; later ones win.",
        Objects::unionN);
    in.function(
        "object.subset",
        "(super: any<array[any], object[any: any], set[any]>, sub: any<array[any], object[any: any], set[any]>) => result: boolean",
        "Whether a collection holds all that another holds.",
        Objects::subset);
  }

  private static Value get(BuiltinContext context, Value[] args) {
    ObjectValue object = Operands.object(args, 1);
    if (args[1] instanceof ArrayValue path) {
      Value at = object;
      for (int i = 0; i < path.size(); i++) {
        at = at.lookup(path.get(i));
        if (at == null) {
          return args[2];
        }
      }
      return at;
    }
    Value found = object.get(args[1]);
    return found == null ? args[2] : found;
  }

  private static Value keys(BuiltinContext context, Value[] args) {
    ObjectValue object = Operands.object(args, 1);
    int n = object.size();
    context.build(n);
    SetValue.Builder out = SetValue.builder();
    for (int i = 0; i < n; i++) {
      out.add(object.keyAt(i));
    }
    return out.build();
  }

  private static Set<Value> keySet(BuiltinContext context, Value[] args) {
    Set<Value> keys = new HashSet<>();
    if (args[1] instanceof ArrayValue array) {
      context.build(array.size());
      array.forEach(keys::add);
    } else if (args[1] instanceof SetValue set) {
      context.build(set.size());
      set.forEach(keys::add);
    } else if (args[1] instanceof ObjectValue object) {
      context.build(object.size());
      object.forEach((key, value) -> keys.add(key));
    } else {
      throw Operands.wrong(2, "one of {object, set, array}", args[1]);
    }
    return keys;
  }

  private static Value remove(BuiltinContext context, Value[] args) {
    return select(context, Operands.object(args, 1), keySet(context, args), false);
  }

  private static Value filter(BuiltinContext context, Value[] args) {
    return select(context, Operands.object(args, 1), keySet(context, args), true);
  }

  private static Value select(
      BuiltinContext context, ObjectValue object, Set<Value> keys, boolean wanted) {
    int n = object.size();
    context.build(n);
    ObjectValue.Builder out = ObjectValue.builder();
    for (int i = 0; i < n; i++) {
      Value key = object.keyAt(i);
      if (keys.contains(key) == wanted) {
        out.put(key, object.valueAt(i));
      }
    }
    return out.build();
  }

  private static Value union(BuiltinContext context, Value[] args) {
    return merge(context, Operands.object(args, 1), Operands.object(args, 2));
  }

  private static ObjectValue merge(BuiltinContext context, ObjectValue a, ObjectValue b) {
    if (b.size() == 0) {
      return a;
    } else if (a.size() == 0) {
      return b;
    }
    context.build((long) a.size() + b.size());
    ObjectValue.Builder out = ObjectValue.builder();
    a.forEach(out::put);
    for (int i = 0; i < b.size(); i++) {
      Value key = b.keyAt(i);
      Value value = b.valueAt(i);
      if (value instanceof ObjectValue inner && out.get(key) instanceof ObjectValue old) {
        out.put(key, merge(context, old, inner));
      } else {
        out.put(key, value);
      }
    }
    return out.build();
  }

  private static Value unionN(BuiltinContext context, Value[] args) {
    ArrayValue objects = Operands.array(args, 1);
    ObjectValue merged = ObjectValue.EMPTY;
    for (Value element : objects) {
      if (!(element instanceof ObjectValue)) {
        throw BuiltinException.type(
            "operand 1 must be array of objects but got array containing "
                + element.type().regoName());
      }
    }
    for (Value element : objects) {
      if (element instanceof ObjectValue object) {
        merged = merge(context, merged, object);
      }
    }
    return merged;
  }

  private static Value subset(BuiltinContext context, Value[] args) {
    if (args[0] instanceof ObjectValue all && args[1] instanceof ObjectValue some) {
      return BooleanValue.of(holds(context, all, some));
    } else if (args[0] instanceof SetValue all && args[1] instanceof SetValue some) {
      return BooleanValue.of(holds(context, all, some));
    } else if (args[0] instanceof ArrayValue all && args[1] instanceof ArrayValue some) {
      return BooleanValue.of(holds(context, all, some));
    } else if (args[0] instanceof ArrayValue all && args[1] instanceof SetValue some) {
      return BooleanValue.of(holds(context, all, some));
    }
    throw BuiltinException.type(
        "both arguments object.subset must be of the same type or array and set");
  }

  private static boolean holds(BuiltinContext context, ObjectValue all, ObjectValue some) {
    int n = some.size();
    context.work(n);
    for (int i = 0; i < n; i++) {
      Value theirs = all.get(some.keyAt(i));
      if (theirs == null || !holdsValue(context, theirs, some.valueAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean holdsValue(BuiltinContext context, Value all, Value some) {
    if (all.equals(some)) {
      return true;
    } else if (all instanceof ObjectValue x && some instanceof ObjectValue y) {
      return holds(context, x, y);
    } else if (all instanceof SetValue x && some instanceof SetValue y) {
      return holds(context, x, y);
    } else if (all instanceof ArrayValue x && some instanceof ArrayValue y) {
      return holds(context, x, y);
    }
    return false;
  }

  private static boolean holds(BuiltinContext context, SetValue all, SetValue some) {
    context.work(some.size());
    for (Value element : some) {
      if (!all.contains(element)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the elements of one array stand in the other side by side. */
  private static boolean holds(BuiltinContext context, ArrayValue all, ArrayValue some) {
    int n = some.size();
    for (int start = 0; start + n <= all.size(); start++) {
      context.work(n >> 2);
      int i = 0;
      while (i < n && all.get(start + i).equals(some.get(i))) {
        i++;
      }
      if (i == n) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(BuiltinContext context, ArrayValue all, SetValue some) {
    Set<Value> elements = new HashSet<>();
    context.build(all.size());
    all.forEach(elements::add);
    for (Value element : some) {
      if (!elements.contains(element)) {
        return false;
      }
    }
    return true;
  }
}

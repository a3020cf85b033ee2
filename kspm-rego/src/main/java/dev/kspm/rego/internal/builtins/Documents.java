package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.Map;

/** Changes of nested documents by path. */
final class Documents {
  private Documents() {}

  static void define(Definitions in) {
    in.category("object");
    in.function(
        "json.filter",
        "(object: object[any: any], paths: any<array[any<string, array[any]>], set[any<string, array[any]>]>) => filtered: object[any: any]",
        "Only the parts of an object that some paths lead to.",
        Documents::filter);
    in.function(
        "json.remove",
        "(object: object[any: any], paths: any<array[any<string, array[any]>], set[any<string, array[any]>]>) => output: object[any: any]",
        "An object without the parts that some paths lead to.",
        Documents::remove);
    in.function(
        "json.patch",
        "(target: any, patches: array[object<op: string, path: any>[any: any]]) => output: any",
        "Applies the operations of RFC 6902.",
        JsonPatch::patch);
  }

  private static Value filter(BuiltinContext context, Value[] args) {
    return filter(context, Operands.object(args, 1), DocumentPaths.of(args));
  }

  private static Value filter(BuiltinContext context, Value value, DocumentPaths paths) {
    if (paths.isEnd()) {
      return value;
    } else if (value instanceof ObjectValue object) {
      context.build(paths.children().size());
      ObjectValue.Builder out = ObjectValue.builder();
      for (Map.Entry<Value, DocumentPaths> path : paths.children().entrySet()) {
        Value member = object.get(path.getKey());
        if (member != null) {
          out.put(path.getKey(), filter(context, member, path.getValue()));
        }
      }
      return out.build();
    } else if (value instanceof SetValue set) {
      context.build(paths.children().size());
      SetValue.Builder out = SetValue.builder();
      for (Map.Entry<Value, DocumentPaths> path : paths.children().entrySet()) {
        if (set.contains(path.getKey())) {
          out.add(filter(context, path.getKey(), path.getValue()));
        }
      }
      return out.build();
    } else if (value instanceof ArrayValue array) {
      context.build(array.size());
      ArrayValue.Builder out = ArrayValue.builder();
      for (int i = 0; i < array.size(); i++) {
        DocumentPaths path = paths.child(index(i));
        if (path != null) {
          out.add(filter(context, array.get(i), path));
        }
      }
      return out.build();
    }
    return value;
  }

  private static Value index(int i) {
    return StringValue.of(Integer.toString(i));
  }

  private static Value remove(BuiltinContext context, Value[] args) {
    return remove(context, Operands.object(args, 1), DocumentPaths.of(args));
  }

  private static Value remove(BuiltinContext context, Value value, DocumentPaths paths) {
    if (value instanceof ObjectValue object) {
      context.build(object.size());
      ObjectValue.Builder out = ObjectValue.builder();
      for (int i = 0; i < object.size(); i++) {
        Value key = object.keyAt(i);
        DocumentPaths path = paths.child(key);
        if (path == null) {
          out.put(key, object.valueAt(i));
        } else if (!path.isEnd()) {
          out.put(key, remove(context, object.valueAt(i), path));
        }
      }
      return out.build();
    } else if (value instanceof SetValue set) {
      context.build(set.size());
      SetValue.Builder out = SetValue.builder();
      for (Value element : set) {
        DocumentPaths path = paths.child(element);
        if (path == null) {
          out.add(element);
        } else if (!path.isEnd()) {
          out.add(remove(context, element, path));
        }
      }
      return out.build();
    } else if (value instanceof ArrayValue array) {
      context.build(array.size());
      ArrayValue.Builder out = ArrayValue.builder();
      for (int i = 0; i < array.size(); i++) {
        DocumentPaths path = paths.child(index(i));
        if (path == null) {
          out.add(array.get(i));
        } else if (!path.isEnd()) {
          out.add(remove(context, array.get(i), path));
        }
      }
      return out.build();
    }
    return value;
  }
}

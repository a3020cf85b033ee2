package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.rego.value.ValueType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations of RFC 6902 on one document; sets are documents too. */
final class JsonPatch {
  /** What is done to the container that a path ends in. */
  private enum Change {
    ADD,
    REMOVE,
    REPLACE
  }

  private final BuiltinContext context;
  private @Nullable Value document;

  private JsonPatch(BuiltinContext context, Value document) {
    this.context = context;
    this.document = document;
  }

  static @Nullable Value patch(BuiltinContext context, Value[] args) {
    ArrayValue operations = Operands.array(args, 2);
    JsonPatch patch = new JsonPatch(context, args[0]);
    for (Value operation : operations) {
      if (!(operation instanceof ObjectValue)) {
        throw BuiltinException.failed(
            "must be an array of JSON-Patch objects, but at least one element is not an object");
      }
    }
    for (Value operation : operations) {
      if (operation instanceof ObjectValue object) {
        patch.apply(object);
      }
    }
    return patch.document;
  }

  private static Value attribute(ObjectValue operation, String name) {
    Value value = operation.get(name);
    if (value == null) {
      throw BuiltinException.failed("missing required attribute '" + name + "'");
    }
    return value;
  }

  private void apply(ObjectValue operation) {
    Value name = attribute(operation, "op");
    if (!(name instanceof StringValue operator)) {
      throw BuiltinException.type("attribute 'op' must be string but got " + name.type());
    }
    List<Value> path = DocumentPaths.parse(attribute(operation, "path"));
    switch (operator.value()) {
      case "add" -> change(Change.ADD, path, attribute(operation, "value"));
      case "remove" -> change(Change.REMOVE, path, null);
      case "replace" -> replace(path, operation);
      case "move" -> {
        List<Value> from = DocumentPaths.parse(attribute(operation, "from"));
        Value moved = find(from);
        change(Change.REMOVE, from, null);
        change(Change.ADD, path, moved);
      }
      case "copy" ->
          change(Change.ADD, path, find(DocumentPaths.parse(attribute(operation, "from"))));
      case "test" -> test(path, attribute(operation, "value"));
      default -> throw BuiltinException.failed("unrecognized op: '" + operator.value() + "'");
    }
  }

  private void replace(List<Value> path, ObjectValue operation) {
    Value value = operation.get("value");
    if (value == null) {
      change(Change.REMOVE, path, null);
      attribute(operation, "value");
    } else {
      change(Change.REPLACE, path, value);
    }
  }

  private void test(List<Value> path, Value expected) {
    Value found = find(path);
    if (!found.equals(expected)) {
      throw BuiltinException.failed(
          "value from EditTree != patch value.\n\nExpected: " + expected + "\n\nFound: " + found);
    }
  }

  private Value root() {
    if (document == null) {
      throw BuiltinException.failed("deleted node encountered during insert operation");
    }
    return document;
  }

  private Value find(List<Value> path) {
    Value at = root();
    for (Value key : path) {
      if (!isComposite(at)) {
        throw BuiltinException.failed(
            "expected composite type for path " + key + ", " + foundInstead(at));
      }
      at = child(at, key);
    }
    return at;
  }

  private static boolean isComposite(Value value) {
    return value.type().compareTo(ValueType.ARRAY) >= 0;
  }

  private static String foundInstead(Value value) {
    String type =
        switch (value.type()) {
          case NULL -> "Null";
          case BOOLEAN -> "Boolean";
          case NUMBER -> "Number";
          default -> "String";
        };
    return "found value: " + value + " (type: ast." + type + ")";
  }

  /** What is at a key of a composite; fails when there is nothing. */
  private static Value child(Value parent, Value key) {
    if (parent instanceof ArrayValue array) {
      int index = index(array, key);
      if (index < 0 || index >= array.size()) {
        throw BuiltinException.failed("path " + index + " does not exist in array term " + parent);
      }
      return array.get(index);
    }
    Value found = parent.lookup(key);
    if (found == null) {
      throw BuiltinException.failed(
          "path " + key + " does not exist in " + parent.type().regoName() + " term " + parent);
    }
    return found;
  }

  private static int index(ArrayValue array, Value key) {
    if (key instanceof NumberValue number) {
      if (!number.isInteger()) {
        throw BuiltinException.failed("invalid number type for indexing");
      }
      return number.isLong() && number.asLong() == (int) number.asLong()
          ? (int) number.asLong()
          : number.exact().abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0
              ? number.exact().intValue()
              : Integer.MAX_VALUE;
    } else if (key instanceof StringValue string) {
      String text = string.value();
      if (text.equals("-")) {
        return array.size();
      }
      if (text.length() > 1 && text.charAt(0) == '0') {
        throw BuiltinException.failed("leading zeros are not allowed in JSON paths");
      }
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException notAnIndex) {
        throw BuiltinException.failed("invalid string for indexing", notAnIndex);
      }
    }
    throw BuiltinException.failed("invalid type for indexing");
  }

  private void change(Change change, List<Value> path, @Nullable Value value) {
    document = path.isEmpty() ? value : changed(root(), path, 0, change, value);
  }

  private Value changed(
      Value at, List<Value> path, int depth, Change change, @Nullable Value value) {
    if (!isComposite(at)) {
      throw BuiltinException.failed("expected composite type, " + foundInstead(at));
    }
    Value key = path.get(depth);
    if (depth < path.size() - 1) {
      Value inner = changed(child(at, key), path, depth + 1, change, value);
      return withChild(at, key, inner);
    }
    return switch (change) {
      case REMOVE -> without(at, key);
      case ADD -> added(at, key, given(value));
      case REPLACE ->
          at instanceof ArrayValue array
              ? replaced(array, key, given(value))
              : added(without(at, key), key, given(value));
    };
  }

  private static Value given(@Nullable Value value) {
    if (value == null) {
      throw new IllegalArgumentException("a change needs a value");
    }
    return value;
  }

  private Value withChild(Value parent, Value key, Value child) {
    if (parent instanceof ArrayValue array) {
      return replaced(array, key, child);
    } else if (parent instanceof ObjectValue object) {
      context.build(object.size());
      return object.with(key, child);
    }
    SetValue.Builder out = SetValue.builder();
    SetValue set = (SetValue) parent;
    context.build(set.size());
    for (Value element : set) {
      out.add(element.equals(key) ? child : element);
    }
    return out.build();
  }

  private Value replaced(ArrayValue array, Value key, Value value) {
    int index = index(array, key);
    if (index < 0 || index >= array.size()) {
      throw BuiltinException.failed("index for array delete out of bounds");
    }
    context.build(array.size());
    ArrayValue.Builder out = ArrayValue.builder();
    for (int i = 0; i < array.size(); i++) {
      out.add(i == index ? value : array.get(i));
    }
    return out.build();
  }

  private Value without(Value parent, Value key) {
    if (parent instanceof ArrayValue array) {
      int index = index(array, key);
      if (index < 0 || index >= array.size()) {
        throw BuiltinException.failed("index for array delete out of bounds");
      }
      context.build(array.size());
      ArrayValue.Builder out = ArrayValue.builder();
      for (int i = 0; i < array.size(); i++) {
        if (i != index) {
          out.add(array.get(i));
        }
      }
      return out.build();
    }
    if (parent.lookup(key) == null) {
      throw BuiltinException.failed("cannot delete child key " + key + " that does not exist");
    }
    if (parent instanceof ObjectValue object) {
      context.build(object.size());
      ObjectValue.Builder out = ObjectValue.builder();
      object.forEach(
          (name, value) -> {
            if (!name.equals(key)) {
              out.put(name, value);
            }
          });
      return out.build();
    }
    return Sets.difference(context, (SetValue) parent, SetValue.of(key));
  }

  private Value added(Value parent, Value key, Value value) {
    if (parent instanceof ArrayValue array) {
      int index = index(array, key);
      if (index < 0 || index > array.size()) {
        throw BuiltinException.failed("index for array insertion out of bounds");
      }
      context.build(array.size() + 1L);
      ArrayValue.Builder out = ArrayValue.builder();
      for (int i = 0; i < array.size(); i++) {
        if (i == index) {
          out.add(value);
        }
        out.add(array.get(i));
      }
      return (index == array.size() ? out.add(value) : out).build();
    } else if (parent instanceof ObjectValue object) {
      context.build(object.size() + 1L);
      return object.with(key, value);
    }
    if (!key.equals(value)) {
      throw BuiltinException.failed(
          "set key " + key + " does not equal value to be inserted " + value);
    }
    SetValue.Builder out = SetValue.builder();
    SetValue set = (SetValue) parent;
    context.build(set.size() + 1L);
    set.forEach(out::add);
    out.add(value);
    return out.build();
  }
}

package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Types of what a JSON Schema allows, as far as types can say it. */
final class SchemaTypes {
  private SchemaTypes() {}

  static RegoType of(Value schema) {
    if (!(schema instanceof ObjectValue object)) {
      return RegoType.ANY;
    }
    Value anyOf = object.get(StringValue.of("anyOf"));
    if (anyOf instanceof ArrayValue options) {
      RegoType any = null;
      for (Value option : options) {
        any = Types.union(any, of(option));
      }
      return Types.orAny(any);
    }
    Value type = object.get(StringValue.of("type"));
    if (type instanceof ArrayValue names) {
      RegoType any = null;
      for (Value name : names) {
        any = Types.union(any, named(name, object));
      }
      return Types.orAny(any);
    } else if (type == null) {
      return object.get(StringValue.of("properties")) != null
          ? properties(object)
          : object.get(StringValue.of("items")) != null ? items(object) : RegoType.ANY;
    }
    return named(type, object);
  }

  private static RegoType named(Value name, ObjectValue schema) {
    return switch (name instanceof StringValue s ? s.value() : "") {
      case "null" -> RegoType.NULL;
      case "boolean" -> RegoType.BOOLEAN;
      case "number", "integer" -> RegoType.NUMBER;
      case "string" -> RegoType.STRING;
      case "array" -> items(schema);
      case "object" -> properties(schema);
      default -> RegoType.ANY;
    };
  }

  private static RegoType items(ObjectValue schema) {
    Value items = schema.get(StringValue.of("items"));
    if (items instanceof ArrayValue each) {
      List<RegoType> elements = new ArrayList<>();
      each.forEach(item -> elements.add(of(item)));
      return new RegoType.ArrayOf(elements, null);
    }
    return new RegoType.ArrayOf(List.of(), items == null ? RegoType.ANY : of(items));
  }

  private static RegoType properties(ObjectValue schema) {
    TreeMap<Value, RegoType> properties = new TreeMap<>();
    if (schema.get(StringValue.of("properties")) instanceof ObjectValue members) {
      members.forEach((key, value) -> properties.put(key, of(value)));
    }
    @Nullable Value others = schema.get(StringValue.of("additionalProperties"));
    boolean closed = others == BooleanValue.FALSE;
    return Types.object(properties, closed ? null : RegoType.STRING, closed ? null : RegoType.ANY);
  }
}

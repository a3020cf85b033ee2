package dev.kspm.rego.builtin;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.List;

/** Writes types as OPA writes them in {@code capabilities.json} and in details of errors. */
public final class TypeJson {
  private final boolean names;

  private TypeJson(boolean names) {
    this.names = names;
  }

  /** A type without the names of parameters. */
  public static Value of(RegoType type) {
    return new TypeJson(false).value(type);
  }

  /** A type with the names of parameters. */
  public static Value withNames(RegoType type) {
    return new TypeJson(true).value(type);
  }

  private Value value(RegoType type) {
    if (type.equals(RegoType.UNKNOWN)) {
      return NullValue.NULL;
    } else if (type instanceof RegoType.Named named) {
      return names ? named(named) : value(named.type());
    } else if (type instanceof RegoType.Primitive primitive) {
      return typed(primitive.name()).build();
    } else if (type instanceof RegoType.AnyOf any) {
      ObjectValue.Builder out = typed("any");
      return any.types().isEmpty() ? out.build() : out.put("of", list(any.types())).build();
    } else if (type instanceof RegoType.SetOf set) {
      return set.element() == null
          ? typed("set").build()
          : typed("set").put("of", value(set.element())).build();
    } else if (type instanceof RegoType.ArrayOf array) {
      ObjectValue.Builder out = typed("array");
      if (!array.elements().isEmpty()) {
        out.put("static", list(array.elements()));
      }
      return array.rest() == null ? out.build() : out.put("dynamic", value(array.rest())).build();
    } else if (type instanceof RegoType.ObjectOf object) {
      return object(object);
    } else if (type instanceof RegoType.Recursive recursive) {
      return ObjectValue.of(StringValue.of("name"), StringValue.of(recursive.name()));
    }
    return function((RegoType.Function) type);
  }

  private ObjectValue named(RegoType.Named named) {
    ObjectValue.Builder out = ObjectValue.builder();
    ((ObjectValue) value(named.type())).forEach(out::put);
    out.put("name", StringValue.of(named.name()));
    if (!named.description().isEmpty()) {
      out.put("description", StringValue.of(named.description()));
    }
    return out.build();
  }

  private ObjectValue object(RegoType.ObjectOf object) {
    ObjectValue.Builder out = typed("object");
    if (!object.properties().isEmpty()) {
      ArrayValue.Builder properties = ArrayValue.builder();
      for (RegoType.ObjectOf.Property property : object.properties()) {
        properties.add(
            ObjectValue.builder()
                .put("key", property.key())
                .put("value", value(property.type()))
                .build());
      }
      out.put("static", properties.build());
    }
    if (object.keys() != null && object.values() != null) {
      out.put(
          "dynamic",
          ObjectValue.builder()
              .put("key", value(object.keys()))
              .put("value", value(object.values()))
              .build());
    }
    return out.build();
  }

  private ObjectValue function(RegoType.Function function) {
    ObjectValue.Builder out = typed("function");
    if (!function.args().isEmpty()) {
      out.put("args", list(function.args()));
    }
    if (function.variadic() != null) {
      out.put("variadic", value(function.variadic()));
    }
    return function.result() == null
        ? out.build()
        : out.put("result", value(function.result())).build();
  }

  private static ObjectValue.Builder typed(String name) {
    return ObjectValue.builder().put("type", StringValue.of(name));
  }

  private Value list(List<RegoType> types) {
    ArrayValue.Builder out = ArrayValue.builder();
    types.forEach(type -> out.add(value(type)));
    return out.build();
  }
}

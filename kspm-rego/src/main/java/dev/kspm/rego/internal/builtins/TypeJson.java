package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.List;

/** Writes descriptors as OPA's {@code capabilities.json} does. */
public final class TypeJson {
  private TypeJson() {}

  /** The entry of a builtin. */
  public static ObjectValue of(Builtin builtin) {
    BuiltinDescriptor descriptor = builtin.descriptor();
    ObjectValue.Builder out =
        ObjectValue.builder()
            .put("name", StringValue.of(descriptor.name()))
            .put("decl", of(descriptor.type()));
    if (descriptor.infix() != null) {
      out.put("infix", StringValue.of(descriptor.infix()));
    }
    flag(out, "relation", descriptor.relation());
    flag(out, "deprecated", descriptor.deprecated());
    flag(out, "nondeterministic", !descriptor.deterministic());
    return out.build();
  }

  private static void flag(ObjectValue.Builder out, String name, boolean set) {
    if (set) {
      out.put(name, BooleanValue.TRUE);
    }
  }

  /** A type; names and descriptions are left out. */
  public static ObjectValue of(RegoType type) {
    if (type instanceof RegoType.Named named) {
      return of(named.type());
    } else if (type instanceof RegoType.Primitive primitive) {
      return typed(primitive.name()).build();
    } else if (type instanceof RegoType.AnyOf any) {
      ObjectValue.Builder out = typed("any");
      return any.types().isEmpty() ? out.build() : out.put("of", list(any.types())).build();
    } else if (type instanceof RegoType.SetOf set) {
      return typed("set").put("of", of(set.element())).build();
    } else if (type instanceof RegoType.ArrayOf array) {
      ObjectValue.Builder out = typed("array");
      if (!array.elements().isEmpty()) {
        out.put("static", list(array.elements()));
      }
      return array.rest() == null ? out.build() : out.put("dynamic", of(array.rest())).build();
    } else if (type instanceof RegoType.ObjectOf object) {
      return object(object);
    }
    return function((RegoType.Function) type);
  }

  private static ObjectValue object(RegoType.ObjectOf object) {
    ObjectValue.Builder out = typed("object");
    if (!object.properties().isEmpty()) {
      ArrayValue.Builder properties = ArrayValue.builder();
      for (RegoType.ObjectOf.Property property : object.properties()) {
        properties.add(
            ObjectValue.builder()
                .put("key", property.key())
                .put("value", of(property.type()))
                .build());
      }
      out.put("static", properties.build());
    }
    if (object.keys() != null && object.values() != null) {
      out.put(
          "dynamic",
          ObjectValue.builder()
              .put("key", of(object.keys()))
              .put("value", of(object.values()))
              .build());
    }
    return out.build();
  }

  private static ObjectValue function(RegoType.Function function) {
    ObjectValue.Builder out = typed("function");
    if (!function.args().isEmpty()) {
      out.put("args", list(function.args()));
    }
    if (function.variadic() != null) {
      out.put("variadic", of(function.variadic()));
    }
    return function.result() == null
        ? out.build()
        : out.put("result", of(function.result())).build();
  }

  private static ObjectValue.Builder typed(String name) {
    return ObjectValue.builder().put("type", StringValue.of(name));
  }

  private static Value list(List<RegoType> types) {
    ArrayValue.Builder out = ArrayValue.builder();
    types.forEach(type -> out.add(of(type)));
    return out.build();
  }
}

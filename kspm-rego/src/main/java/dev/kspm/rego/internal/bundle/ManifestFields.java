package dev.kspm.rego.internal.bundle;

import dev.kspm.rego.policy.LoadException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a manifest with their types; a wrong one is told of in Go's words. */
final class ManifestFields {
  private final ObjectValue fields;

  ManifestFields(ObjectValue fields) {
    this.fields = fields;
  }

  /** What Go calls a value of this type. */
  static String kind(Value value) {
    if (value instanceof ObjectValue) {
      return "object";
    } else if (value instanceof ArrayValue) {
      return "array";
    } else if (value instanceof BooleanValue) {
      return "bool";
    }
    return value instanceof NumberValue ? "number" : "string";
  }

  private static LoadException wrong(String name, Value value, String type) {
    return new LoadException(
        "bundle load failed on manifest decode: json: cannot unmarshal "
            + kind(value)
            + " into Go struct field Manifest."
            + name
            + " of type "
            + type);
  }

  private <T extends Value> @Nullable T field(String name, Class<T> type, String goType) {
    Value value = fields.get(name);
    if (value == null || value instanceof NullValue) {
      return null;
    }
    if (!type.isInstance(value)) {
      throw wrong(name, value, goType);
    }
    return type.cast(value);
  }

  String text(String name) {
    StringValue value = field(name, StringValue.class, "string");
    return value == null ? "" : value.value();
  }

  @Nullable Integer number(String name) {
    NumberValue value = field(name, NumberValue.class, "int");
    return value == null ? null : integer(name, value);
  }

  private static Integer integer(String name, NumberValue value) {
    try {
      return Integer.valueOf(value.toString());
    } catch (NumberFormatException e) {
      throw new LoadException(
          "bundle load failed on manifest decode: json: cannot unmarshal number "
              + value
              + " into Go struct field Manifest."
              + name
              + " of type int");
    }
  }

  @Nullable List<String> texts(String name) {
    ArrayValue value = field(name, ArrayValue.class, "[]string");
    if (value == null) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      if (!(value.get(i) instanceof StringValue text)) {
        throw wrong(name, value.get(i), "string");
      }
      texts.add(text.value());
    }
    return texts;
  }

  @Nullable ObjectValue numbers(String name) {
    ObjectValue value = object(name, "map[string]int");
    for (int i = 0; value != null && i < value.size(); i++) {
      if (!(value.valueAt(i) instanceof NumberValue number)) {
        throw wrong(name, value.valueAt(i), "int");
      }
      integer(name, number);
    }
    return value;
  }

  @Nullable ObjectValue object(String name, String goType) {
    return field(name, ObjectValue.class, goType);
  }

  @Nullable ArrayValue list(String name, String goType) {
    return field(name, ArrayValue.class, goType);
  }
}

package dev.kspm.rego.internal.schema;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the keywords of one schema that hold no schemas, and reads those that do. */
final class Keywords {
  private static final Set<String> TYPES =
      Set.of("array", "boolean", "integer", "number", "null", "object", "string");

  private final ObjectValue schema;
  private final boolean isDraft4;

  /**
   * @param isDraft4 whether exclusive bounds must be true or false
   */
  Keywords(ObjectValue schema, boolean isDraft4) {
    this.schema = schema;
    this.isDraft4 = isDraft4;
  }

  static SchemaException invalidType(String expected, String given) {
    return new SchemaException("Invalid type. Expected: " + expected + ", given: " + given);
  }

  @Nullable Value get(String name) {
    return schema.get(name);
  }

  @Nullable String text(String name) {
    Value value = get(name);
    if (value != null && !(value instanceof StringValue)) {
      throw invalidType("string", name);
    }
    return value instanceof StringValue s ? s.value() : null;
  }

  ArrayValue list(String name) {
    Value value = get(name);
    if (value != null && !(value instanceof ArrayValue)) {
      throw new SchemaException(name + " must be of an array");
    }
    return value instanceof ArrayValue array ? array : ArrayValue.EMPTY;
  }

  ObjectValue map(String name, String problem) {
    Value value = get(name);
    if (value != null && !(value instanceof ObjectValue)) {
      throw new SchemaException(problem);
    }
    return value instanceof ObjectValue object ? object : ObjectValue.EMPTY;
  }

  static boolean isSchema(Value value) {
    return value instanceof ObjectValue || value instanceof BooleanValue;
  }

  List<String> types() {
    Value value = get("type");
    if (value == null) {
      return List.of();
    } else if (value instanceof StringValue s) {
      return List.of(known(s.value()));
    } else if (!(value instanceof ArrayValue)) {
      throw invalidType("type", "string/Array Of Strings");
    }
    List<String> types = new ArrayList<>();
    for (Value each : (ArrayValue) value) {
      if (!(each instanceof StringValue s)) {
        throw invalidType("type", "string/Array Of Strings");
      } else if (types.contains(known(s.value()))) {
        throw new SchemaException(s.value() + " type is duplicated");
      }
      types.add(s.value());
    }
    return types;
  }

  private static String known(String type) {
    if (!TYPES.contains(type)) {
      throw new SchemaException(
          "has a primitive type that is NOT VALID -- given: /"
              + type
              + "/ Expected valid values are:[array boolean integer number null object string]");
    }
    return type;
  }

  /** What restricts numbers, in the order in which OPA looks. */
  void checkNumbers() {
    Value multiple = get("multipleOf");
    if (multiple != null && !(multiple instanceof NumberValue)) {
      throw invalidType("Number", "multipleOf");
    } else if (multiple instanceof NumberValue n && decimal(n).signum() <= 0) {
      throw new SchemaException("multipleOf must be strictly greater than 0");
    }
    checkBound("minimum", "exclusiveMinimum");
    checkBound("maximum", "exclusiveMaximum");
  }

  private void checkBound(String bound, String exclusive) {
    Value value = get(bound);
    if (value != null && !(value instanceof NumberValue)) {
      throw new SchemaException(bound + " must be of a Number");
    }
    Value flag = get(exclusive);
    boolean allowed = flag instanceof BooleanValue || !isDraft4 && flag instanceof NumberValue;
    if (flag != null && !allowed) {
      throw invalidType(isDraft4 ? "boolean" : "boolean/number", exclusive);
    } else if (flag instanceof BooleanValue && value == null) {
      throw new SchemaException(exclusive + " cannot be used without " + bound);
    }
  }

  void checkStrings() {
    BigDecimal least = size("minLength");
    BigDecimal most = size("maxLength");
    if (least != null && most != null && least.compareTo(most) > 0) {
      throw new SchemaException("minLength cannot be greater than maxLength");
    }
    text("pattern");
    text("format");
  }

  void checkObjects() {
    BigDecimal least = size("minProperties");
    BigDecimal most = size("maxProperties");
    if (least != null && most != null && least.compareTo(most) > 0) {
      throw new SchemaException("minProperties cannot be greater than maxProperties");
    }
    Set<Value> required = new HashSet<>();
    for (Value name : list("required")) {
      if (!(name instanceof StringValue)) {
        throw invalidType("string", "required");
      } else if (!required.add(name)) {
        throw new SchemaException("required items must be unique");
      }
    }
  }

  void checkArrays() {
    size("minItems");
    size("maxItems");
    Value unique = get("uniqueItems");
    if (unique != null && !(unique instanceof BooleanValue)) {
      throw new SchemaException("uniqueItems must be of a boolean");
    }
  }

  void checkEnum() {
    Set<Value> options = new HashSet<>();
    for (Value option : list("enum")) {
      if (!options.add(option)) {
        throw new SchemaException("enum items must be unique");
      }
    }
  }

  private @Nullable BigDecimal size(String name) {
    Value value = get(name);
    if (value == null) {
      return null;
    } else if (!(value instanceof NumberValue n) || !isInteger(n)) {
      throw new SchemaException(name + " must be of an integer");
    } else if (decimal(n).signum() < 0) {
      throw new SchemaException(name + " must be greater than or equal to 0");
    }
    return decimal((NumberValue) value);
  }

  private static boolean isInteger(NumberValue number) {
    return number.isLong() || decimal(number).stripTrailingZeros().scale() <= 0;
  }

  private static BigDecimal decimal(NumberValue number) {
    return new BigDecimal(number.toString());
  }
}

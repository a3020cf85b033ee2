package dev.kspm.connectors.documents.host;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Values of settings: what a flag's text means by its type. */
final class Settings {
  private static final String FEATURE_GATES = "feature-gates";

  private Settings() {}

  /** The typed value of a flag's text; text that does not fit the type stays text. */
  static Value typed(String flag, FlagType type, String text) {
    if (flag.equals(FEATURE_GATES)) {
      return gates(text);
    }
    return switch (type) {
      case BOOL -> truth(text);
      case INT -> number(text);
      case LIST -> list(text);
      case DURATION ->
          GoDuration.nanoseconds(text).<Value>map(NumberValue::of).orElse(StringValue.of(text));
      default -> StringValue.of(text);
    };
  }

  /** A value of a configuration file, brought to the form that the flag has. */
  static Value fromFile(FlagType type, Value value) {
    if (type == FlagType.DURATION && value instanceof StringValue text) {
      return typed("", type, text.value());
    }
    return value;
  }

  /** Go's words for true and false. */
  static Value truth(String text) {
    return switch (text) {
      case "1", "t", "T", "true", "TRUE", "True" -> BooleanValue.TRUE;
      case "0", "f", "F", "false", "FALSE", "False" -> BooleanValue.FALSE;
      default -> StringValue.of(text);
    };
  }

  private static Value number(String text) {
    return text.matches("-?[0-9]{1,18}")
        ? NumberValue.of(Long.parseLong(text))
        : StringValue.of(text);
  }

  static ArrayValue list(String text) {
    return ArrayValue.of(
        Arrays.stream(text.split(","))
            .map(String::trim)
            .filter(part -> !part.isEmpty())
            .map(StringValue::of)
            .toList());
  }

  private static ObjectValue gates(String text) {
    ObjectValue.Builder gates = ObjectValue.builder();
    for (String part : text.split(",")) {
      String[] pair = part.trim().split("=", 2);
      if (!pair[0].isEmpty()) {
        gates.put(pair[0], pair.length == 2 ? truth(pair[1]) : BooleanValue.TRUE);
      }
    }
    return gates.build();
  }

  /** A setting as the document shows it. */
  static ObjectValue setting(Value value, String source, @Nullable String path) {
    return ObjectValue.builder()
        .put("value", value)
        .put("source", StringValue.of(source))
        .put("path", path == null ? dev.kspm.rego.value.NullValue.NULL : StringValue.of(path))
        .build();
  }
}

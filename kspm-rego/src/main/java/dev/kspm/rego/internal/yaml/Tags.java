package dev.kspm.rego.internal.yaml;

import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Scalars with a tag: the core schema's tags are checked, all others are ignored. */
final class Tags {
  private static final String CORE = "tag:yaml.org,2002:";

  private Tags() {}

  static boolean isMerge(@Nullable String tag) {
    return (CORE + "merge").equals(tag);
  }

  /**
   * The value of a tagged scalar.
   *
   * @param plain what the scalar would mean without a tag
   * @throws IllegalArgumentException with Go's words if the text is not of the tag's type
   */
  static Value apply(String tag, String text, @Nullable Value plain) {
    if (!tag.startsWith(CORE)) {
      return StringValue.of(text);
    }
    String type = tag.substring(CORE.length());
    return switch (type) {
      case "int" -> {
        boolean integer = plain instanceof NumberValue number && number.isInteger();
        yield check(integer && isWritten(text), text, plain, type);
      }
      case "float" -> check(plain instanceof NumberValue, text, plain, type);
      case "bool" -> check(plain instanceof BooleanValue, text, plain, type);
      case "null" -> check(plain instanceof NullValue, text, plain, type);
      case "binary" -> binary(text);
      case "timestamp" -> timestamp(text);
      default -> StringValue.of(text);
    };
  }

  private static Value check(boolean fits, String text, @Nullable Value plain, String type) {
    if (!fits || plain == null) {
      throw mismatch(text, plain, type);
    }
    return plain;
  }

  private static boolean isWritten(String text) {
    return text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0
        || text.startsWith("0x");
  }

  private static Value binary(String text) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text);
      if (bytes.length == 0 && !text.isBlank()) {
        throw new IllegalArgumentException("!!binary value contains invalid base64 data");
      }
      return StringValue.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("!!binary value contains invalid base64 data", e);
    }
  }

  private static Value timestamp(String text) {
    try {
      return StringValue.of(LocalDate.parse(text) + "T00:00:00Z");
    } catch (DateTimeParseException withTime) {
      return StringValue.of(text);
    }
  }

  private static IllegalArgumentException mismatch(
      String text, @Nullable Value plain, String wanted) {
    String found =
        plain instanceof NullValue
            ? "null"
            : plain instanceof BooleanValue
                ? "bool"
                : plain instanceof NumberValue n
                    ? n.isInteger() && isWritten(text) ? "int" : "float"
                    : plain == null ? "float" : "str";
    return new IllegalArgumentException(
        "cannot decode !!" + found + " `" + text + "` as a !!" + wanted);
  }
}

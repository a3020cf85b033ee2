package dev.kspm.connectors.documents;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The common shape of cloud documents: keys in snake_case, no nulls, times as milliseconds since
 * 1970, tags as {@code key:value}. Not thread-safe.
 */
final class CloudFields {
  private static final Pattern TIME = Pattern.compile("(?:.*(?:At|Time|Date|Timestamp|Expiry|On))");

  /** Keys below these are data, not names of fields. */
  private static final Set<String> DATA =
      Set.of("labels", "nodeLabels", "AssumeRolePolicyDocument", "PolicyDocument", "Document");

  /** Of these only the keys of the first level are data. */
  private static final Set<String> MAPS_OF_STRUCTS = Set.of("userAssignedIdentities");

  private static final Set<String> SECRETS =
      Set.of("adminPassword", "secret", "clientSecret", "serverAppSecret", "activationCode");

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal MILLISECONDS_FROM = BigDecimal.valueOf(100_000_000_000L);

  private final Map<String, StringValue> names = new HashMap<>();

  /** The document of an object of a provider. */
  ObjectValue document(ObjectValue wire) {
    ObjectValue.Builder document = ObjectValue.builder();
    wire.forEach(
        (key, value) -> {
          if (key instanceof StringValue name && !(value instanceof NullValue)) {
            document.put(name(name.value()), field(name.value(), value));
          }
        });
    return document.build();
  }

  private StringValue name(String wire) {
    return names.computeIfAbsent(wire, name -> StringValue.of(SnakeCase.of(name)));
  }

  private Value field(String name, Value value) {
    if (name.equalsIgnoreCase("tags")) {
      return tags(value);
    } else if (MAPS_OF_STRUCTS.contains(name) && value instanceof ObjectValue map) {
      return structs(map);
    } else if (DATA.contains(name)) {
      return value;
    } else if (SECRETS.contains(name) && value instanceof StringValue) {
      return Redaction.REDACTED;
    } else if (TIME.matcher(name).matches()) {
      Value time = time(value);
      return time == null ? value(value) : time;
    }
    return value(value);
  }

  private Value value(Value wire) {
    if (wire instanceof ObjectValue object) {
      return document(object);
    } else if (wire instanceof ArrayValue array) {
      ArrayValue.Builder elements = ArrayValue.builder();
      array.forEach(element -> elements.add(value(element)));
      return elements.build();
    }
    return wire instanceof StringValue text ? Redaction.withoutCredentials(text) : wire;
  }

  private ObjectValue structs(ObjectValue map) {
    ObjectValue.Builder structs = ObjectValue.builder();
    map.forEach(
        (key, value) -> {
          if (!(value instanceof NullValue)) {
            structs.put(key, value(value));
          }
        });
    return structs.build();
  }

  /** Tags, whether a map or a list of key and value, as sorted {@code key:value}. */
  static ArrayValue tags(Value wire) {
    Set<String> tags = new TreeSet<>();
    if (wire instanceof ObjectValue map) {
      map.forEach((key, value) -> tags.add(plain(key) + ":" + plain(value)));
    } else {
      for (Value tag : Fields.elements(wire)) {
        if (tag instanceof StringValue text) {
          tags.add(text.value());
        } else if (tag instanceof ObjectValue pair) {
          tags.add(plain(either(pair, "Key", "key")) + ":" + plain(either(pair, "Value", "value")));
        }
      }
    }
    return ArrayValue.of(tags.stream().map(StringValue::of).toList());
  }

  private static @Nullable Value either(ObjectValue pair, String first, String second) {
    Value value = pair.get(first);
    return value == null ? pair.get(second) : value;
  }

  private static String plain(@Nullable Value value) {
    if (value == null || value instanceof NullValue) {
      return "";
    }
    return value instanceof StringValue text ? text.value() : value.toString();
  }

  /** Milliseconds since 1970, or {@code null} when the value is no time. */
  static @Nullable Value time(Value value) {
    if (value instanceof NumberValue number) {
      BigDecimal exact = number.exact();
      // A protocol's number is seconds, except where it is milliseconds already.
      BigDecimal millis = exact.compareTo(MILLISECONDS_FROM) < 0 ? exact.multiply(THOUSAND) : exact;
      return NumberValue.of(millis.setScale(0, RoundingMode.FLOOR).toBigInteger());
    } else if (value instanceof StringValue text && text.value().length() > 18) {
      try {
        return NumberValue.of(OffsetDateTime.parse(text.value()).toInstant().toEpochMilli());
      } catch (DateTimeException noTime) {
        return null;
      }
    }
    return null;
  }

  /** The tags of a document as plain strings. */
  static List<String> tagsOf(ObjectValue document) {
    return Fields.texts(document, "tags");
  }
}

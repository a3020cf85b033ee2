package dev.kspm.rego.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conversions between Rego values and plain Java objects. */
public final class Values {
  private Values() {}

  /**
   * The Rego value of a Java object: {@code null}, {@link Boolean}, any {@link Number} of the JDK,
   * {@link CharSequence}, {@link Enum} (its name), {@link Map}, {@link List}, {@link Set}, arrays
   * of objects, or a {@link Value}. Maps and lists are adapted lazily and must not change
   * afterwards.
   *
   * @throws IllegalArgumentException for any other class, and for numbers that are not finite
   */
  public static Value of(@Nullable Object object) {
    if (object == null) {
      return NullValue.NULL;
    } else if (object instanceof Value value) {
      return value;
    } else if (object instanceof CharSequence
        || object instanceof Character
        || object instanceof Enum<?>) {
      return StringValue.of(object.toString());
    } else if (object instanceof Boolean truth) {
      return BooleanValue.of(truth);
    } else if (object instanceof Number number) {
      return number(number);
    } else if (object instanceof Map<?, ?> map) {
      return ObjectValue.adapt(map);
    } else if (object instanceof List<?> list) {
      return ArrayValue.adapt(list);
    } else if (object instanceof Set<?> set) {
      return set(set);
    } else if (object instanceof Object[] array) {
      return ArrayValue.adapt(List.of(array));
    }
    throw new IllegalArgumentException(
        "no Rego value for an object of class " + object.getClass().getName());
  }

  private static NumberValue number(Number number) {
    if (number instanceof Integer
        || number instanceof Long
        || number instanceof Short
        || number instanceof Byte) {
      return NumberValue.of(number.longValue());
    } else if (number instanceof BigInteger integer) {
      return NumberValue.of(integer);
    } else if (number instanceof BigDecimal
        || number instanceof Double
        || number instanceof Float) {
      String text = number.toString();
      if (NumberText.isJsonNumber(text)) {
        return NumberValue.parse(text);
      }
    }
    throw new IllegalArgumentException(
        "no Rego number for " + number + " of class " + number.getClass().getName());
  }

  private static SetValue set(Collection<?> elements) {
    SetValue.Builder builder = SetValue.builder();
    for (Object element : elements) {
      builder.add(of(element));
    }
    return builder.build();
  }

  /**
   * Plain Java objects: {@code null}, {@link Boolean}, {@link Long} where the number is held as a
   * 64-bit integer, else {@link BigDecimal}, {@link String}, {@link List}, {@link Map} with string
   * keys (other keys become their Rego text) and {@link Set}. The collections are new and belong to
   * the caller.
   */
  public static @Nullable Object toJava(Value value) {
    if (value instanceof BooleanValue truth) {
      return truth.value();
    } else if (value instanceof NumberValue number) {
      return number.isLong() ? (Object) number.asLong() : number.exact();
    } else if (value instanceof StringValue string) {
      return string.value();
    } else if (value instanceof ArrayValue array) {
      List<@Nullable Object> list = new ArrayList<>(array.size());
      array.forEach(element -> list.add(toJava(element)));
      return list;
    } else if (value instanceof ObjectValue object) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      object.forEach(
          (k, v) -> map.put(k instanceof StringValue s ? s.value() : k.toString(), toJava(v)));
      return map;
    } else if (value instanceof SetValue set) {
      Set<@Nullable Object> elements = new LinkedHashSet<>();
      set.forEach(element -> elements.add(toJava(element)));
      return elements;
    }
    return null;
  }
}

package dev.kspm.rego.value;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Values of every type for properties. */
public final class ArbitraryValues {
  private ArbitraryValues() {}

  public static Arbitrary<Value> any() {
    return nested(3);
  }

  public static Arbitrary<Value> scalars() {
    Arbitrary<Value> numbers =
        Arbitraries.oneOf(
            Arbitraries.longs().between(-3, 3).map(NumberValue::of),
            Arbitraries.longs().map(NumberValue::of),
            Arbitraries.of(
                    "1.0",
                    "1e0",
                    "10e-1",
                    "0.0",
                    "-0",
                    "1.5",
                    "1e400",
                    "123456789012345678901234567890",
                    "-1e-7")
                .map(NumberValue::parse));
    Arbitrary<Value> strings =
        Arbitraries.oneOf(
            Arbitraries.of("", "a", "b", "Aa", "BB", "\uFFFD", "\uD83D\uDE00", "z")
                .map(StringValue::of),
            Arbitraries.strings().ofMaxLength(6).map(StringValue::of));
    return Arbitraries.oneOf(
        Arbitraries.of(NullValue.NULL, BooleanValue.TRUE, BooleanValue.FALSE), numbers, strings);
  }

  private static Arbitrary<Value> nested(int depth) {
    if (depth == 0) {
      return scalars();
    }
    Arbitrary<List<Value>> elements =
        Arbitraries.lazy(() -> nested(depth - 1)).list().ofMaxSize(12);
    Arbitrary<Value> arrays = elements.map(ArrayValue::of);
    Arbitrary<Value> sets = elements.map(SetValue::of);
    Arbitrary<Value> objects =
        elements.map(
            list -> {
              ObjectValue.Builder object = ObjectValue.builder();
              for (int i = 0; i + 1 < list.size(); i += 2) {
                object.put(list.get(i), list.get(i + 1));
              }
              return object.build();
            });
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, scalars()),
        net.jqwik.api.Tuple.of(1, arrays),
        net.jqwik.api.Tuple.of(1, sets),
        net.jqwik.api.Tuple.of(1, objects));
  }
}

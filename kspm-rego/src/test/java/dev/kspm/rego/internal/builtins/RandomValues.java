package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/** Values of every type that like to stand at the edges, the same for the same seed. */
final class RandomValues {
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "b",
          "%",
          "*",
          "[",
          "{",
          "\\",
          "é",
          "😀",
          "\u0000",
          "\u0085",
          "a.b",
          "1",
          "-1",
          "1e3",
          "10.0.0.0/8",
          "::1",
          "%d",
          "%[2]*.3f",
          "%x",
          "2006-01-02",
          "1h",
          "{\"a\":1}",
          "- a",
          "a: b",
          "(a|b)*",
          "$1",
          "1Ki",
          "1.2.3-a",
          "http://h/p?q#f",
          "aGk=",
          "6869",
          "UTC",
          "2020-02-29",
          "/a",
          "op",
          "path",
          "value",
          "add",
          "Europe/Berlin",
          "01",
          "0x1p-2",
          ",");
  private static final List<String> NUMBERS =
      List.of(
          "0.5",
          "-0.0",
          "1.0",
          "1e3",
          "1e400",
          "1e-400",
          "1e1000000000",
          "-1e1000000000",
          "0.1",
          "9223372036854775807",
          "-9223372036854775808",
          "9223372036854775808",
          "1.5",
          "1e18");

  private final Random random;

  RandomValues(long seed) {
    random = new Random(seed);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  Value string() {
    return switch (random.nextInt(4)) {
      case 0 -> StringValue.of(one(TEXTS));
      case 1 -> StringValue.of(one(TEXTS) + one(TEXTS));
      case 2 -> StringValue.of(characters(0x80));
      default -> StringValue.of(characters(0xd800));
    };
  }

  private String characters(int bound) {
    StringBuilder out = new StringBuilder();
    for (int left = random.nextInt(9); left > 0; left--) {
      out.append((char) random.nextInt(bound));
    }
    return out.toString();
  }

  Value integer() {
    return switch (random.nextInt(3)) {
      case 0 -> NumberValue.of(random.nextInt(41) - 20);
      case 1 -> NumberValue.of(random.nextLong());
      default -> NumberValue.of(new BigInteger(100, random).subtract(BigInteger.ONE.shiftLeft(99)));
    };
  }

  Value number() {
    return random.nextInt(3) > 0 ? integer() : NumberValue.parse(one(NUMBERS));
  }

  Value array(int depth) {
    ArrayValue.Builder out = ArrayValue.builder();
    for (int left = random.nextInt(5); left > 0; left--) {
      out.add(any(depth - 1));
    }
    return out.build();
  }

  Value set(int depth) {
    SetValue.Builder out = SetValue.builder();
    for (int left = random.nextInt(5); left > 0; left--) {
      out.add(any(depth - 1));
    }
    return out.build();
  }

  Value any(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 5)) {
      case 0 -> one(List.of(NullValue.NULL, BooleanValue.TRUE, BooleanValue.FALSE));
      case 1, 2 -> number();
      case 3, 4 -> string();
      case 5, 6 -> array(depth);
      case 7 -> set(depth);
      default -> {
        ObjectValue.Builder out = ObjectValue.builder();
        for (int left = random.nextInt(4); left > 0; left--) {
          out.put(random.nextInt(4) > 0 ? string() : any(depth - 1), any(depth - 1));
        }
        yield out.build();
      }
    };
  }
}

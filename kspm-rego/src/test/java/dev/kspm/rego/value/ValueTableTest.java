package dev.kspm.rego.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueTableTest {
  /** 2^14 different strings with one hash. */
  private static List<String> colliding() {
    List<String> strings = new ArrayList<>(List.of(""));
    for (int i = 0; i < 14; i++) {
      List<String> longer = new ArrayList<>();
      for (String s : strings) {
        longer.add(s + "Aa");
        longer.add(s + "BB");
      }
      strings = longer;
    }
    return strings;
  }

  @Test
  void collidingKeysAreFoundQuickly() {
    List<String> keys = colliding();
    org.junit.jupiter.api.Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          ObjectValue.Builder builder = ObjectValue.builder();
          for (String key : keys) {
            builder.put(key, BooleanValue.TRUE);
          }
          ObjectValue object = builder.build();
          assertThat(object.size()).isEqualTo(keys.size());
          for (String key : keys) {
            assertThat(object.get(key)).isSameAs(BooleanValue.TRUE);
          }
          assertThat(object.get("Aa")).isNull();
        });
  }

  @Test
  void aKeyPutTwiceKeepsItsPlaceAndTheLastValue() {
    ObjectValue.Builder builder = ObjectValue.builder();
    for (int i = 0; i < 100; i++) {
      builder.put(NumberValue.of(i % 50), NumberValue.of(i));
    }
    ObjectValue object = builder.build();
    assertThat(object.size()).isEqualTo(50);
    assertThat(object.get(NumberValue.parse("7.0"))).isEqualTo(NumberValue.of(57));
  }
}

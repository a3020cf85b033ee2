package dev.kspm.rego.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Numbers of many digits are read exactly, and in a time that an attacker cannot square. */
class LongNumbersTest {
  @Test
  void manyDigitsAreReadExactly() {
    Random random = new Random(1);
    for (int length = 480; length < 2_500; length += 37) {
      StringBuilder digits = new StringBuilder("1");
      while (digits.length() < length) {
        digits.append((char) ('0' + random.nextInt(10)));
      }
      String fraction = digits.insert(length / 3, '.').toString();
      for (String text :
          new String[] {fraction, "-" + fraction, fraction.replace(".", ""), fraction + "e-7"}) {
        assertThat(NumberValue.parse(text).exact()).isEqualTo(new BigDecimal(text));
      }
    }
  }

  @Test
  void aMillionDigitsAreCompared() {
    String text = "7".repeat(1_000_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          assertThat(NumberValue.parse(text)).isGreaterThan(NumberValue.of(1));
          assertThat(NumberValue.parse(text)).isEqualTo(NumberValue.parse(text + ".0"));
          BigInteger large = BigInteger.TEN.pow(1_000_000);
          assertThat(NumberValue.of(large)).isEqualTo(NumberValue.parse("1e1000000"));
        });
  }
}

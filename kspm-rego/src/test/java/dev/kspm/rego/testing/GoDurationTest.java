package dev.kspm.rego.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoDurationTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0s",
    "999, 999ns",
    "1000, 1µs",
    "192519, 192.519µs",
    "1008553, 1.008553ms",
    "260010000, 260.01ms",
    "1000422191, 1.000422191s",
    "60000000000, 1m0s",
    "62500000000, 1m2.5s",
    "3600000000000, 1h0m0s"
  })
  void printsAsGoDoes(long nanos, String text) {
    assertThat(GoDuration.text(Duration.ofNanos(nanos))).isEqualTo(text);
  }
}

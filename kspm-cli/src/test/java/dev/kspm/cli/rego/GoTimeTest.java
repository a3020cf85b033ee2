package dev.kspm.cli.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kspm.cli.InputError;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoTimeTest {
  @ParameterizedTest
  @CsvSource({"5s, PT5S", "1m30s, PT1M30S", "250ms, PT0.25S", "1.5h, PT1H30M", "0, PT0S"})
  void readsDurations(String text, Duration duration) {
    assertThat(GoTime.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "5 s", "5d", "99999999h"})
  void refusesAnythingElse(String text) {
    assertThatThrownBy(() -> GoTime.parse(text))
        .isInstanceOf(InputError.class)
        .hasMessageContaining("invalid duration");
  }
}

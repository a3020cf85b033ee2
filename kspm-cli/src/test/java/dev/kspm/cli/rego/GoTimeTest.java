package dev.kspm.cli.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kspm.cli.InputError;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoTimeTest {
  @ParameterizedTest
  @CsvSource({
    "5s, PT5S",
    "1m30s, PT1M30S",
    "250ms, PT0.25S",
    "1.5h, PT1H30M",
    "0, PT0S",
    ".5s, PT0.5S",
    "-1s, PT-1S"
  })
  void readsDurations(String text, Duration duration) {
    assertThat(GoTime.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @CsvSource({
    "'', invalid duration",
    "., invalid duration",
    "s, invalid duration",
    "99999999h, invalid duration",
    "5, missing unit in duration",
    "5 s, unknown unit \" s\" in duration",
    "5d, unknown unit \"d\" in duration",
  })
  void refusesAnythingElse(String text, String what) {
    assertThatThrownBy(() -> GoTime.parse(text))
        .isInstanceOf(InputError.class)
        .hasMessage("time: " + what + " \"" + text + "\"");
  }
}

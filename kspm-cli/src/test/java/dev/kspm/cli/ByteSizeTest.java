package dev.kspm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "1000, 1000", "10k, 10240", "64MiB, 67108864", "1 G, 1073741824", "5b, 5"})
  void readsSizes(String text, long bytes) {
    assertThat(ByteSize.parse("--max-file", text)).isEqualTo(bytes);
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> ByteSize.parse("--max-file", "99999999999999g"))
        .isInstanceOf(InputError.class)
        .hasMessage("--max-file: \"99999999999999g\" is no size such as 64MiB");
  }
}

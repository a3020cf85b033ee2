package dev.kspm.rego.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.RegoEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that random ones led to, with OPA's answers. */
class RecordedCasesTest {
  private static final Path FILE = Path.of("src/test/resources/differential/cases.txt");

  static Stream<RecordedCase> cases() throws IOException {
    return RecordedCase.read(Files.readString(FILE)).stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isAnsweredAsByOpa(RecordedCase recorded) {
    Answers ours = new Engine(RegoEngine.create()).answer(recorded.program());
    assertThat(RecordedCase.lines(ours))
        .as(recorded.program().toString())
        .isEqualTo(recorded.answer());
  }
}

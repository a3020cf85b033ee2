package dev.kspm.rego.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Modules that changed ones led to, with OPA's trees and errors. */
class RecordedModulesTest {
  private static final Path FILE = Path.of("src/test/resources/differential/modules.txt");

  static Stream<RecordedModule> modules() throws IOException {
    return RecordedModule.read(Files.readString(FILE)).stream();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void isJudgedAsByOpa(RecordedModule recorded) {
    assertThat(RecordedModule.lines(new ModuleChecker().verdicts(recorded.text())))
        .as(recorded.text())
        .isEqualTo(recorded.verdicts());
  }
}

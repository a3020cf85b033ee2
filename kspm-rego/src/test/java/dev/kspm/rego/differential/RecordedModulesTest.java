package dev.kspm.rego.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Modules that changed ones led to, with OPA's trees and errors. */
class RecordedModulesTest {
  private static final Path FOLDER = Path.of("src/test/resources/differential");

  /** Those that were once judged differently, and a sample of generated ones. */
  static Stream<RecordedModule> modules() throws IOException {
    List<RecordedModule> all = new ArrayList<>();
    for (String file : List.of("modules.txt", "changed-modules.txt")) {
      all.addAll(RecordedModule.read(Files.readString(FOLDER.resolve(file))));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void isJudgedAsByOpa(RecordedModule recorded) {
    assertThat(RecordedModule.lines(new ModuleChecker().verdicts(recorded.text())))
        .as(recorded.text())
        .isEqualTo(recorded.verdicts());
  }
}

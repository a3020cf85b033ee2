package dev.kspm.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The commands and the program of the README run, and print what the README shows. */
class ReadmeTest {
  private final Page page = new Page("README.md");

  ReadmeTest() throws IOException {}

  @TestFactory
  Stream<DynamicTest> commandsPrintWhatIsShown() {
    return page.commands();
  }

  @Test
  void theProgramIsTheOneThatIsShownAndPrintsWhatIsShown() throws Exception {
    page.assertProgram(EmbeddedScan.class);
  }

  @Test
  void theModulesAreAllOnTheMap() throws IOException {
    String readme = page.text();
    try (Stream<Path> poms = Files.find(Page.ROOT, 3, (path, file) -> path.endsWith("pom.xml"))) {
      assertThat(
              poms.map(pom -> Page.ROOT.relativize(pom.getParent()).toString())
                  .filter(module -> !module.isEmpty() && !module.contains("target")))
          .isNotEmpty()
          .allMatch(module -> readme.contains("`" + module + "`"), "is on the map");
    }
  }
}

package dev.kspm.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The commands and the program of the README run, and print what the README shows. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final String LEFT_OUT = "…";

  /** A block of the page, with the language that it is marked with. */
  private record Block(String language, List<String> lines) {
    String text() {
      return String.join("\n", lines);
    }
  }

  @TestFactory
  Stream<DynamicTest> commandsPrintWhatIsShown() throws IOException {
    List<Block> blocks = blocks();
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i + 1 < blocks.size(); i++) {
      Block command = blocks.get(i);
      Block shown = blocks.get(i + 1);
      if (command.language().equals("bash")
          && command.text().startsWith("bin/kspm ")
          && shown.language().equals("text")) {
        tests.add(
            DynamicTest.dynamicTest(
                command.text(), () -> assertShown(run(command.text().split(" ")), shown)));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  @Test
  void theProgramIsTheOneThatIsShownAndPrintsWhatIsShown() throws Exception {
    List<Block> blocks = blocks();
    int at = 0;
    while (!blocks.get(at).language().equals("java")) {
      at++;
    }
    assertThat(blocks.get(at).text()).isEqualTo(program());

    String printed = output(EmbeddedScan.class.getName(), List.of());
    assertThat(printed.strip()).isEqualTo(blocks.get(at + 1).text());
  }

  @Test
  void theModulesAreAllOnTheMap() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    try (Stream<Path> poms = Files.find(ROOT, 3, (path, file) -> path.endsWith("pom.xml"))) {
      assertThat(
              poms.map(pom -> ROOT.relativize(pom.getParent()).toString())
                  .filter(module -> !module.isEmpty() && !module.contains("target")))
          .isNotEmpty()
          .allMatch(module -> readme.contains("`" + module + "`"), "is on the map");
    }
  }

  private static String program() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("src/test/java/dev/kspm/readme/EmbeddedScan.java"));
    int from = lines.indexOf("    // README begins") + 1;
    int to = lines.indexOf("    // README ends");
    return String.join(
        "\n", lines.subList(from, to).stream().map(line -> line.substring(4)).toList());
  }

  private static String run(String[] command) throws IOException, InterruptedException {
    return output("dev.kspm.cli.Main", Arrays.asList(command).subList(1, command.length));
  }

  /** What a class prints when it runs in the root folder, as a user would run it. */
  private static String output(String mainClass, List<String> args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(mainClass);
    command.addAll(args);
    Process process =
        new ProcessBuilder(command)
            .directory(ROOT.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return printed;
  }

  /**
   * What is shown is the whole output, but for stretches that a line with an ellipsis stands for.
   */
  private static void assertShown(String printed, Block shown) {
    List<String> lines = printed.lines().toList();
    int at = 0;
    boolean skipping = false;
    for (String expected : shown.lines()) {
      if (expected.equals(LEFT_OUT)) {
        skipping = true;
        continue;
      }
      if (skipping) {
        int found = lines.subList(at, lines.size()).indexOf(expected);
        assertThat(found).as("%s is printed", expected).isNotNegative();
        at += found;
        skipping = false;
      }
      assertThat(at < lines.size() ? lines.get(at) : "end of the output").isEqualTo(expected);
      at++;
    }
    assertThat(skipping || at == lines.size()).as("the end is shown").isTrue();
  }

  private static List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>();
    List<String> open = null;
    String language = "";
    for (String line : Files.readAllLines(ROOT.resolve("README.md"))) {
      if (line.startsWith("```")) {
        if (open == null) {
          open = new ArrayList<>();
          language = line.substring(3);
        } else {
          blocks.add(new Block(language, open));
          open = null;
        }
      } else if (open != null) {
        open.add(line);
      }
    }
    return blocks;
  }
}

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

/**
 * A page with commands and a program, each followed by what it prints. A command whose output is
 * marked {@code text fails} ends with exit code 1 and shows its complaints.
 */
final class Page {
  static final Path ROOT = Path.of("..");
  private static final String LEFT_OUT = "…";

  /** A block of the page, with the language that it is marked with. */
  private record Block(String language, List<String> lines) {
    String text() {
      return String.join("\n", lines);
    }
  }

  private final String name;
  private final List<Block> blocks;

  Page(String name) throws IOException {
    this.name = name;
    this.blocks = blocks(ROOT.resolve(name));
  }

  String text() throws IOException {
    return Files.readString(ROOT.resolve(name));
  }

  /** A test for each command with its output. */
  Stream<DynamicTest> commands() {
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i + 1 < blocks.size(); i++) {
      Block command = blocks.get(i);
      Block shown = blocks.get(i + 1);
      if (command.language().equals("bash")
          && command.text().startsWith("bin/kspm ")
          && shown.language().startsWith("text")) {
        int exitCode = shown.language().equals("text fails") ? 1 : 0;
        tests.add(
            DynamicTest.dynamicTest(
                command.text(),
                () -> assertShown(run(command.text().split(" "), exitCode), shown)));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  /** Checks that the page shows the lines between the markers of a class, and what they print. */
  void assertProgram(Class<?> program) throws IOException, InterruptedException {
    int at = 0;
    while (!blocks.get(at).language().equals("java")) {
      at++;
    }
    assertThat(blocks.get(at).text()).isEqualTo(source(program));
    assertThat(output(program.getName(), List.of(), 0).strip())
        .isEqualTo(blocks.get(at + 1).text());
  }

  private static String source(Class<?> program) throws IOException {
    String file = "src/test/java/" + program.getName().replace('.', '/') + ".java";
    List<String> lines = Files.readAllLines(Path.of(file));
    int from = lines.indexOf("    // README begins") + 1;
    int to = lines.indexOf("    // README ends");
    return String.join(
        "\n",
        lines.subList(from, to).stream()
            .map(line -> line.isEmpty() ? line : line.substring(4))
            .toList());
  }

  private static String run(String[] command, int exitCode)
      throws IOException, InterruptedException {
    return output("dev.kspm.cli.Main", Arrays.asList(command).subList(1, command.length), exitCode);
  }

  /** What a class prints when it runs in the root folder, as a user would run it. */
  private static String output(String mainClass, List<String> args, int exitCode)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(mainClass);
    command.addAll(args);
    ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile());
    if (exitCode == 0) {
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    } else {
      builder.redirectErrorStream(true);
    }
    Process process = builder.start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(exitCode);
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

  private static List<Block> blocks(Path page) throws IOException {
    List<Block> blocks = new ArrayList<>();
    List<String> open = null;
    String language = "";
    for (String line : Files.readAllLines(page)) {
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

package dev.kspm.cli.rego;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies and documents that are nested a hundred thousand times, or broken in other ways. */
class BadRegoTest {
  private static final int LEVELS = 100_000;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "'x := ', '[', '1', ']'",
    "'x := ', '(', '1', ')'",
    "'x := ', '{\"a\": ', '1', '}'",
    "'x := ', 'f(', '1', ')'",
    "'x := ', '[1 | ', '1', ']'",
    "'x := ', '1 + ', '1', ''",
    "'p if { ', 'every x in y { ', '1', '} '",
    "'p if { ', 'not ', '1', '}'",
  })
  void aPolicyNestedTooDeeply(String start, String open, String middle, String close)
      throws IOException {
    String text =
        "package a\n\n" + start + open.repeat(LEVELS) + middle + close.repeat(LEVELS) + "}\n";
    String path = file("deep.rego", text);

    CommandLineRun check = CommandLineRun.of("rego", "check", path);
    assertThat(check.err()).contains("deep.rego:3: rego_parse_error: ").doesNotContain("\tat ");
    assertThat(check.code()).isEqualTo(1);

    CommandLineRun validate = CommandLineRun.of("rules", "validate", rule(text).toString());
    assertThat(validate.err().lines())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("kspm: " + folder + "/deep/rule.rego:"));
    assertThat(validate.code()).isEqualTo(2);
  }

  @Test
  void aChainOfElseMayBeLong() throws IOException {
    String chain =
        "package a\n\np := 1 if { input.x == 0 }" + " else := 2 if { input.x == 2 }".repeat(3000);
    CommandLineRun run =
        CommandLineRun.of("rego", "eval", "-d", file("chain.rego", chain), "-f", "raw", "data.a.p");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void thousandsOfComplaintsAboutALongLine() throws IOException {
    String path =
        file("long.rego", "package a\n\np = x" + "[0".repeat(LEVELS) + "]".repeat(LEVELS));
    CommandLineRun run = CommandLineRun.of("rego", "check", path);
    assertThat(run.err()).contains("errors occurred during loading:");
    assertThat(run.err().length()).isLessThan(20 << 20);
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void documentsNestedTooDeeply() throws IOException {
    String json = file("deep.json", "{\"a\": ".repeat(LEVELS) + "1" + "}".repeat(LEVELS));
    CommandLineRun input = CommandLineRun.of("rego", "eval", "-i", json, "1");
    assertThat(input.err()).isNotEmpty().doesNotContain("\tat ").hasLineCount(1);
    assertThat(input.code()).isEqualTo(2);
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      yaml.append(" ".repeat(i)).append("a:\n");
    }
    CommandLineRun data =
        CommandLineRun.of(
            "rego", "eval", "-d", file("deep.yaml", yaml.toString()), "-f", "raw", "1");
    assertThat(data.out()).isEqualTo("1" + System.lineSeparator());
  }

  private Path rule(String text) throws IOException {
    Path rule = folder.resolve("deep");
    Files.createDirectories(rule);
    Files.writeString(rule.resolve("rule.rego"), text);
    Files.writeString(
        rule.resolve("rule.yaml"),
        "id: deep\ntitle: T\nseverity: high\nrego: v1\nresource_types: [kubernetes_pod]\n");
    return rule;
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}

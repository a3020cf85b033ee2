package dev.kspm.cli.rego;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {
  @TempDir Path folder;
  private String path;

  @BeforeEach
  void write() throws IOException {
    path = folder.toString();
    Files.writeString(folder.resolve("p.rego"), "package p\n\nallow if input.x > 3\n");
  }

  @Test
  void allPass() throws IOException {
    tests("test_ok if data.p.allow with input as {\"x\": 4}");

    assertThat(CommandLineRun.of("rego", "test", path))
        .isEqualTo(new CommandLineRun(0, "PASS: 1/1\n", ""));
  }

  @Test
  void failuresAreListedWithTheirPlace() throws IOException {
    tests(
        "test_ok if true",
        "test_bad if data.p.allow with input as {\"x\": 1}",
        "todo_test_x if 1 == 1");

    CommandLineRun run = CommandLineRun.of("rego", "test", path);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out().replaceAll("\\([^)]*\\)", "(T)"))
        .isEqualTo(
            """
            DIR/t_test.rego:3:
            data.t_test.test_bad: FAIL (T)
            DIR/t_test.rego:4:
            data.t_test.todo_test_x: SKIPPED
            --------------------------------------------------------------------------------
            PASS: 1/3
            FAIL: 1/3
            SKIPPED: 1/3
            """
                .replace("DIR", path));
  }

  @Test
  void rulesOfOneNameAreTestsOfTheirOwn() throws IOException {
    tests("test_same if false", "test_same if true");

    CommandLineRun run = CommandLineRun.of("rego", "test", "-v", path);

    assertThat(run.out()).contains("data.t_test.test_same: FAIL", "data.t_test.test_same#01: PASS");
    assertThat(run.out()).endsWith("PASS: 1/2\nFAIL: 1/2\n");
  }

  @Test
  void anErrorIsNoFailure() throws IOException {
    tests("f(_) := 1", "f(x) := x", "test_err if f(2) == 1");

    CommandLineRun run = CommandLineRun.of("rego", "test", path);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("data.t_test.test_err: ERROR", "eval_conflict_error");
    assertThat(run.out()).endsWith("ERROR: 1/1\n");
  }

  @Test
  void onlyThoseThatMatchRun() throws IOException {
    tests("test_one if true", "test_two if false");

    assertThat(CommandLineRun.of("rego", "test", path, "--run", "one$").out())
        .isEqualTo("PASS: 1/1\n");
    assertThat(CommandLineRun.of("rego", "test", path, "--run", "nothing"))
        .isEqualTo(new CommandLineRun(0, "", ""));
    assertThat(CommandLineRun.of("rego", "test", path, "--run", "(").code()).isEqualTo(1);
  }

  @Test
  void eachCaseOfATestIsToldAlsoThoseThatDoNotHold() throws IOException {
    tests(
        "test_each[name].twice if {",
        "\tsome name, ok in {\"a\": true, \"b\": false}",
        "\tok",
        "}");

    CommandLineRun run = CommandLineRun.of("rego", "test", "-v", path);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out().replaceAll("\\([^)]*\\)", "(T)").replace(path, "DIR"))
        .startsWith(
            """
            DIR/t_test.rego:2:
            data.t_test.test_each: FAIL (T)
              a: PASS
                twice: PASS
              b: FAIL
                twice: FAIL
            """)
        .endsWith(
            """
              b: FAIL
                twice: FAIL

            --------------------------------------------------------------------------------
            PASS: 1/2
            FAIL: 1/2
            """);
  }

  @Test
  void verboseTellsWhatFailed() throws IOException {
    tests("test_bad if {", "\tx := 1", "\tx == 2", "}");

    assertThat(CommandLineRun.of("rego", "test", "-v", path).out().replace(path + "/", ""))
        .contains(" Enter data.t_test.test_bad = _  \n", " | | Fail x = 2  \n");
  }

  @Test
  void coverageIsADocument() throws IOException {
    tests("test_a if data.p.allow with input as {\"x\": 4}");

    CommandLineRun run = CommandLineRun.of("rego", "test", "-c", path);

    assertThat(run.code()).isZero();
    assertThat(run.out().replace(path, "DIR"))
        .startsWith("{\n  \"files\": {\n    \"DIR/p.rego\": {\n      \"covered\": [\n")
        .endsWith("  \"covered_lines\": 2,\n  \"coverage\": 100\n}\n");
    assertThat(CommandLineRun.of("rego", "test", "--threshold", "100.5", path))
        .isEqualTo(
            new CommandLineRun(
                2, "", "Code coverage threshold not met: got 100.00 instead of 100.50\n"));
  }

  @Test
  void jsonIsADocument() throws IOException {
    tests("test_bad if false");

    assertThat(
            CommandLineRun.of("rego", "test", "--format", "json", path)
                .out()
                .replaceAll("\"duration\": [0-9]+", "\"duration\": 0"))
        .isEqualTo(
            """
            [
              {
                "location": {
                  "file": "DIR/t_test.rego",
                  "row": 2,
                  "col": 1
                },
                "package": "data.t_test",
                "name": "test_bad",
                "fail": true,
                "duration": 0
              }
            ]
            """
                .replace("DIR", path));
  }

  @Test
  void whatDoesNotCompileIsToldAndNothingRuns() throws IOException {
    tests("test_bad if nosuch");

    assertThat(CommandLineRun.of("rego", "test", path))
        .isEqualTo(
            new CommandLineRun(
                1,
                "",
                "1 error occurred: "
                    + path
                    + "/t_test.rego:2: rego_unsafe_var_error: var nosuch is unsafe\n"));
    assertThat(CommandLineRun.of("rego", "test", path + "/nosuch"))
        .isEqualTo(
            new CommandLineRun(
                1,
                "",
                "1 error occurred during loading: stat "
                    + path
                    + "/nosuch: no such file or directory\n"));
  }

  private void tests(String... rules) throws IOException {
    Files.writeString(
        folder.resolve("t_test.rego"), "package t_test\n" + String.join("\n", rules) + "\n");
  }
}

package dev.kspm.cli.rego;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvalCommandTest {
  @TempDir Path folder;
  private String policy;

  @BeforeEach
  void write() throws IOException {
    policy = folder.resolve("p.rego").toString();
    Files.writeString(
        Path.of(policy),
        """
        package p

        allow if input.x > 3

        y contains v if some v in [1, 2]
        """);
  }

  @Test
  void jsonIsTheDefault() {
    assertThat(eval("data.p.y[x]").out())
        .isEqualTo(
            """
            {
              "result": [
                {
                  "expressions": [
                    {
                      "value": 1,
                      "text": "data.p.y[x]",
                      "location": {
                        "row": 1,
                        "col": 1
                      }
                    }
                  ],
                  "bindings": {
                    "x": 1
                  }
                },
                {
                  "expressions": [
                    {
                      "value": 2,
                      "text": "data.p.y[x]",
                      "location": {
                        "row": 1,
                        "col": 1
                      }
                    }
                  ],
                  "bindings": {
                    "x": 2
                  }
                }
              ]
            }
            """);
  }

  @Test
  void undefinedIsAnEmptyObjectAndNoFailure() {
    assertThat(eval("data.nope")).isEqualTo(new CommandLineRun(0, "{}\n", ""));
    assertThat(eval("data.nope", "--format", "pretty").out()).isEqualTo("undefined\n");
    assertThat(eval("data.nope", "--format", "raw").out()).isEmpty();
    assertThat(eval("data.nope", "--fail").code()).isEqualTo(1);
    assertThat(eval("data.p", "--fail-defined").code()).isEqualTo(1);
    assertThat(eval("data.p", "--fail").code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "x = 1; y = 2 ~ raw ~ true true",
        "\"a\\tb\" ~ raw ~ a\tb",
        "[1, {\"a\": null}] ~ raw ~ [1,{\"a\":null}]",
        "1 == 2 ~ pretty ~ false",
        "true; true ~ pretty ~ true"
      })
  void oneLineFormats(String query, String format, String line) {
    assertThat(eval(query, "--format", format).out()).isEqualTo(line + "\n");
  }

  @Test
  void valuesAndBindingsAreOneDocumentForEachAnswer() {
    assertThat(eval("data.p.y[x]", "-f", "values").out()).isEqualTo("[\n  1\n]\n[\n  2\n]\n");
    assertThat(eval("x = 1; y = 2", "-f", "bindings").out())
        .isEqualTo("{\n  \"x\": 1,\n  \"y\": 2\n}\n");
  }

  @Test
  void prettyShowsVariablesAndWhatIsNoTruthValueAsATable() {
    assertThat(eval("b := 1; [b, b]; b == 1", "-f", "pretty").out())
        .isEqualTo(
            """
            ┌────────┬───┐
            │ [b, b] │ b │
            ├────────┼───┤
            │ [1,1]  │ 1 │
            └────────┴───┘
            """);
  }

  @Test
  void numbersOfJsonKeepTheirTextAndThoseOfYamlDoNot() throws IOException {
    Path input = folder.resolve("in");
    Files.writeString(input, "{\"x\": [1.0, 1E2, 12345678901234567890123]}");
    assertThat(eval("input.x", "-i", input.toString(), "-f", "raw").out())
        .isEqualTo("[1.0,1E2,12345678901234567890123]\n");
    Files.writeString(input, "x: [1.0, 1E2]");
    assertThat(eval("input.x", "-i", input.toString(), "-f", "raw").out()).isEqualTo("[1,100]\n");
  }

  /** What a template calls is nowhere; what stands in it is where it stands. */
  @Test
  void placesInTemplatesAreThoseOfOpa() {
    assertThat(eval("$\"{to_number(\"x\")}\"", "--strict-builtin-errors").out())
        .doesNotContain("location");
    assertThat(eval("$\"a {[to_number(\"x\")]}\"", "--strict-builtin-errors").out())
        .contains("\"col\": 7")
        .contains("\"col\": 6");
  }

  @Test
  void inputComesFromAFileOrStandardInput() throws IOException {
    Path input = folder.resolve("in.yaml");
    Files.writeString(input, "x: 4");

    assertThat(eval("data.p.allow", "-i", input.toString(), "-f", "raw").out()).isEqualTo("true\n");
    assertThat(
            CommandLineRun.withInput(
                    "{\"x\": 5}", "rego", "eval", "-d", policy, "-I", "-f", "raw", "data.p.allow")
                .out())
        .isEqualTo("true\n");
  }

  @Test
  void errorsAreADocumentInJsonAndTextElsewhere() {
    assertThat(eval("1 +"))
        .isEqualTo(
            new CommandLineRun(
                2,
                """
                {
                  "errors": [
                    {
                      "message": "unexpected eof token",
                      "code": "rego_parse_error",
                      "location": {
                        "file": "",
                        "row": 1,
                        "col": 3
                      },
                      "details": {
                        "line": "1 +",
                        "idx": 2
                      }
                    }
                  ]
                }
                """,
                ""));
    assertThat(eval("1 +", "-f", "pretty"))
        .isEqualTo(
            new CommandLineRun(
                2,
                "",
                "1 error occurred: 1:3: rego_parse_error: unexpected eof token\n\t1 +\n\t  ^\n"));
  }

  @Test
  void errorsOfBuiltinsMatterWhenTheyAreWanted() {
    assertThat(eval("1 / 0").out()).isEqualTo("{}\n");
    CommandLineRun strict = eval("1 / 0", "--strict-builtin-errors", "-f", "pretty");
    assertThat(strict.code()).isEqualTo(2);
    assertThat(strict.err()).startsWith("1 error occurred: 1 / 0: eval_builtin_error: div: ");
  }

  @Test
  void whatCannotBeReadIsNamed() throws IOException {
    Path broken = folder.resolve("broken.json");
    Files.writeString(broken, "{\"x\":");

    assertThat(eval("1", "-i", folder + "/nosuch.json"))
        .isEqualTo(
            new CommandLineRun(
                2, "", "open " + folder + "/nosuch.json: no such file or directory\n"));
    assertThat(eval("1", "-i", broken.toString()).err()).startsWith("unable to parse input: ");
    assertThat(eval("1", "-d", broken.toString(), "-f", "pretty"))
        .isEqualTo(new CommandLineRun(2, "", "1 error occurred: " + broken + ": unexpected EOF\n"));
  }

  private CommandLineRun eval(String query, String... options) {
    List<String> args = new ArrayList<>(List.of("rego", "eval", "-d", policy));
    args.addAll(List.of(options));
    args.add(query);
    return CommandLineRun.of(args.toArray(String[]::new));
  }
}

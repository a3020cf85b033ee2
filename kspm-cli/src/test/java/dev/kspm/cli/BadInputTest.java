package dev.kspm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is given: a line that names it, exit code 2, or the run goes on and lists what it left
 * out.
 */
class BadInputTest {
  private static final String POD =
      "{\"kind\": \"Pod\", \"apiVersion\": \"v1\", \"metadata\": {\"name\": \"x\", \"namespace\": \"y\"},"
          + " \"spec\": {\"containers\": [{\"name\": \"c\", \"image\": \"i\"}]}}";
  private static final String EXAMPLE = "../docs/examples/cluster";

  @TempDir Path folder;

  @Test
  void nothingThere() {
    refused(scan("--snapshot", folder + "/nosuch"), "kspm: DIR/nosuch: no such file or folder");
    refused(scan("--node", folder + "/nosuch"), "kspm: DIR/nosuch: no such folder");
    refused(scan("--snapshot", folder.toString()), "kspm: DIR: nothing in it");
    refused(CommandLineRun.withInput("", "scan", "--snapshot", "-"), "kspm: standard input: empty");
  }

  @Test
  void malformedDocuments() throws IOException {
    refused(
        scan("--snapshot", file("a.json", "{\"a\": ")),
        "kspm: DIR/a.json:1:7: unexpected end of text");
    refused(
        scan("--snapshot", file("a.yaml", "a: [1\nb: 2")),
        "kspm: DIR/a.yaml:2:2: did not find expected ',' or ']'");
    refused(
        scan("--snapshot", file("twice.json", "{\"kind\": \"Pod\", \"kind\": \"Pod\"}")),
        "kspm: DIR/twice.json:1:17: key \"kind\" occurs twice");
  }

  @Test
  void hostileDocuments() throws IOException {
    int levels = 100_000;
    refused(
        scan("--snapshot", file("deep.json", "[".repeat(levels) + "]".repeat(levels))),
        "kspm: DIR/deep.json:1:10001: more than 10000 levels of nesting");
    refused(
        scan("--snapshot", file("deep.yaml", "[".repeat(levels) + "]".repeat(levels))),
        "kspm: DIR/deep.yaml:1:10001: more than 10000 levels of nesting");
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String alias = "*a" + (i - 1);
      bomb.append("a" + i + ": &a" + i + " [" + (alias + ", ").repeat(8) + alias + "]\n");
    }
    CommandLineRun run = scan("--snapshot", file("bomb.yaml", bomb.toString()));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("bomb.yaml:").contains("excessive aliasing");
  }

  @Test
  void bothSidesOfTheLimitOnFiles() throws IOException {
    String pod = file("pod.json", POD);
    int size = POD.length();

    assertThat(scan("--snapshot", pod, "--max-file", String.valueOf(size)).code()).isZero();
    refused(
        scan("--snapshot", pod, "--max-file", String.valueOf(size - 1)),
        "kspm: DIR/pod.json: larger than " + (size - 1) + " bytes");
  }

  @Test
  void theRunGoesOnWithoutWhatIsBroken() throws IOException {
    file("pod.json", POD);
    file("broken.json", "{");
    Files.createSymbolicLink(folder.resolve("loop"), folder);

    CommandLineRun table = scan("--snapshot", folder.toString());
    assertThat(table.code()).isZero();
    assertThat(table.out())
        .contains("broken.json, 1:2: unexpected end of text", "loop: a loop of symbolic links");
    CommandLineRun json = scan("--snapshot", folder.toString(), "--format", "json");
    assertThat(json.err()).contains("kspm: skipped broken.json, 1:2: unexpected end of text");
    assertThat(json.out()).contains("\"reason\": \"unexpected end of text\"");
    assertThat(scan("--snapshot", folder.toString(), "--fail-on-incomplete").code()).isEqualTo(3);
  }

  @Test
  void limitsOfYamlBeatErrorsOfJson() throws IOException {
    int levels = 100_000;
    refused(
        scan("--snapshot", file("deep.yaml", "{a: ".repeat(levels) + "1" + "}".repeat(levels))),
        "kspm: DIR/deep.yaml:1:40001: more than 10000 levels of nesting");
    refused(
        scan("--snapshot", file("lines.yaml", "kind: Pod\nkind: Pod\n")),
        "kspm: DIR/lines.yaml:2:1: key \"kind\" occurs twice");
  }

  @Test
  void namesOfResourcesDoNotReachTheTerminalAsTheyAre() throws IOException {
    String evil =
        POD.replaceFirst("\"name\": *\"[^\"]*\"", "\"name\": \"\\\\u001b[2Jevil\\\\nname\"");
    CommandLineRun run = scan("--snapshot", file("evil.json", evil));
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\\u001b[2Jevil\\nname").doesNotContain("\u001b");
    file("bad.json", "{");
    CommandLineRun missing = scan("--snapshot", folder + "/no\u001b[2J\nsuch");
    assertThat(missing.err()).doesNotContain("\u001b");
  }

  @Test
  void aReportThatCannotBeWritten() throws IOException {
    String pod = file("pod.json", POD);
    refused(scan("--snapshot", pod, "--output", folder.toString()), "kspm: DIR: Is a directory");
    if (Files.exists(Path.of("/dev/full"))) {
      refused(
          scan("--snapshot", pod, "--format", "json=/dev/full"),
          "kspm: /dev/full: cannot be written: No space left on device");
    }
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    Console console = Console.of(InputStream.nullInputStream(), full, err);
    int code = Main.run(console, "scan", "--snapshot", pod);
    console.err().flush();
    assertThat(err.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("kspm: standard output: cannot be written");
    assertThat(code).isEqualTo(2);
  }

  @Test
  void rulesThatAreNone() throws IOException {
    refused(
        scan("--snapshot", EXAMPLE, "--rules", folder + "/nosuch"),
        "kspm: DIR/nosuch: rule_file_error: no such folder");
    refused(
        CommandLineRun.of("rules", "validate", folder.toString()),
        "kspm: DIR: rule_file_error: no rule.rego in this folder");
    rule("mine", "bogus", "package datadog\n\neval(r) = \"pass\" { true }\n");
    refused(
        scan("--snapshot", EXAMPLE, "--rules", folder + "/mine"),
        "kspm: DIR/mine/rule.yaml:3:11: rule_file_error: severity must be one of critical, high,"
            + " medium, low, info, not bogus");
  }

  @Test
  void aBrokenRuleIsNamedAndTheOthersGoOn() throws IOException {
    rule("mine", "high", "package datadog\n\neval(r) = \"pass\" {\n");

    CommandLineRun run = scan("--snapshot", EXAMPLE, "--rules", folder + "/mine");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("/mine/rule.rego:4", "rego_parse_error: unexpected eof token", "pod-privileged");
    refused(
        CommandLineRun.of("rules", "validate", folder + "/mine"),
        "kspm: DIR/mine/rule.rego:4: rego_parse_error: unexpected eof token");
  }

  @Test
  void unknownNames() {
    CommandLineRun run = scan("--snapshot", EXAMPLE, "--framework", "nosuch");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("kspm: unknown framework nosuch; there are ").hasLineCount(1);
    refused(
        scan("--snapshot", EXAMPLE, "--output", folder + "/no/such"),
        "kspm: DIR/no/such: no such file or directory");
  }

  @Test
  void failuresDecideTheExitCodeOnlyWhenThatIsWanted() {
    assertThat(scan("--snapshot", EXAMPLE).code()).isZero();
    assertThat(scan("--snapshot", EXAMPLE, "--fail-on", "critical").code()).isEqualTo(1);
    assertThat(scan("--snapshot", EXAMPLE, "--fail-on", "critical", "--fail-on-incomplete").code())
        .isEqualTo(3);
  }

  private void refused(CommandLineRun run, String message) {
    assertThat(run.err().strip().replace(folder.toString(), "DIR")).isEqualTo(message);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
  }

  private static CommandLineRun scan(String... options) {
    String[] args = new String[options.length + 1];
    args[0] = "scan";
    System.arraycopy(options, 0, args, 1, options.length);
    return CommandLineRun.of(args);
  }

  private void rule(String id, String severity, String rego) throws IOException {
    Files.createDirectories(folder.resolve(id));
    file(id + "/rule.rego", rego);
    file(
        id + "/rule.yaml",
        "id: " + id + "\ntitle: T\nseverity: " + severity + "\nresource_types: [kubernetes_pod]\n");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}

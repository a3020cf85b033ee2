package dev.kspm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scan | kspm: nothing to scan: give --snapshot PATH or --node PATH
          scan --nosuch | kspm: Unknown option: '--nosuch' (see kspm scan --help)
          scan --snapshot x --fail-on bad | kspm: --fail-on: unknown severity "bad"; there are critical, high, medium, low, info
          scan --snapshot x --now bad | kspm: --now: "bad" is no time such as 2026-03-02T10:00:00Z
          scan --snapshot x --max-file 1x | kspm: --max-file: "1x" is no size such as 64MiB
          scan --snapshot x --max-file 0 | kspm: --max-file: the limit must be above 0
          scan --snapshot x --format bad | kspm: --format: unknown format "bad"; there are table, json, csv
          scan --snapshot x --format csv --format json | kspm: --format: only one report can go without a file; write NAME=FILE
          rules list --type nosuch | kspm: no rule on the resource type "nosuch"
          scan --snapshot= | kspm: --snapshot: the path is empty
          scan --node= | kspm: --node: the path is empty
          scan --snapshot x --rules= | kspm: --rules: the path is empty
          scan --snapshot x --output= | kspm: --output: the path is empty
          scan --snapshot x --format json= | kspm: --format: the path is empty
          rules list --rules= | kspm: --rules: the path is empty
          rules show nosuch | kspm: unknown rule "nosuch"; see kspm rules list
          frameworks show nosuch | kspm: unknown framework "nosuch"; see kspm frameworks list
          nosuch | kspm: Unmatched argument at index 0: 'nosuch' (see kspm --help)
          """)
  void mistakesAreOneLineAndExitCodeTwo(String line, String message) {
    CommandLineRun run = CommandLineRun.of(line.split(" "));

    assertThat(run.err()).isEqualTo(message + System.lineSeparator());
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void anEmptyPathIsNotTheCurrentFolder() {
    assertThat(CommandLineRun.of("rules", "validate", "").err())
        .isEqualTo("kspm: PATH: the path is empty" + System.lineSeparator());
  }

  @Test
  void regoHasTheExitCodesOfOpa() {
    CommandLineRun unknown = CommandLineRun.of("rego", "eval", "--nosuch");
    assertThat(unknown.err()).startsWith("Error: unknown flag: --nosuch\nUsage: kspm rego eval ");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(CommandLineRun.of("rego", "eval").code()).isEqualTo(1);
    assertThat(CommandLineRun.of("rego", "check").code()).isEqualTo(1);
  }

  @Test
  void helpGoesToStandardOutput() {
    CommandLineRun run = CommandLineRun.of("scan", "--help");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("--snapshot", "--fail-on");
    assertThat(run.err()).isEmpty();
  }
}

package dev.kspm.cli;

import dev.kspm.Kspm;
import dev.kspm.ScanListener;
import dev.kspm.ScanResult;
import dev.kspm.evaluation.RulePrint;
import dev.kspm.evaluation.Verdict;
import dev.kspm.reports.TerminalText;
import dev.kspm.resource.Completeness;
import dev.kspm.resource.SkippedInput;
import dev.kspm.rule.RuleProblem;
import dev.kspm.rule.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kspm scan}: reads, judges, reports. */
@Command(
    name = "scan",
    description = "Checks clusters and nodes, and shows what fails and what could not be decided.",
    mixinStandardHelpOptions = true)
final class ScanCommand implements Callable<Integer> {
  private final Console console;

  @Mixin SourceOptions sources = new SourceOptions();
  @Mixin ReportOptions reports = new ReportOptions();

  @Option(
      names = "--framework",
      paramLabel = "ID[@VERSION]",
      description =
          "only the built-in rules of this framework, and only its score; rules of --rules run as"
              + " well; repeatable")
  List<String> frameworks = new ArrayList<>();

  @Option(
      names = "--rules",
      paramLabel = "PATH",
      description =
          "a folder with rules of your own; they always run, and are in findings and in the score of"
              + " everything; repeatable")
  List<Path> rules = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "exit with 1 when something of this severity or worse fails")
  String failOn = "";

  @Option(
      names = "--fail-on-incomplete",
      description = "exit with 3 when something could not be read or decided")
  boolean failOnIncomplete;

  @Option(
      names = "--now",
      paramLabel = "TIME",
      description = "the clock of the scan, such as 2026-03-02T10:00:00Z")
  String now = "";

  ScanCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Severity> threshold = threshold();
    reports.check(console);
    Kspm.Builder builder = Kspm.builder();
    sources.connectors(console).forEach(builder::addConnector);
    frameworks.forEach(builder::framework);
    rules.forEach(folder -> builder.addRules(Paths.given("--rules", folder)));
    if (!now.isEmpty()) {
      builder.now(now());
    }
    ScanResult result = scan(builder);
    reports.write(result, console);
    if (!reports.tableOnConsole(console)) {
      explain(result);
    }
    if (result.resources().isEmpty()) {
      throw new InputError("nothing to scan: no resource in " + sources.description());
    }
    return exitCode(result, threshold);
  }

  private ScanResult scan(Kspm.Builder builder) {
    ScanProgress progress = new ScanProgress(console.err());
    builder.listener(console.errIsTerminal() ? progress : ScanListener.NONE);
    List<RulePrint> printed = new ArrayList<>();
    builder.print(printed::add);
    try {
      return builder.build().scan();
    } finally {
      if (console.errIsTerminal()) {
        progress.end();
      }
      printed.forEach(line -> console.err().println(TerminalText.line(line.toString())));
    }
  }

  /** What the table shows; with other formats it goes to standard error. */
  private void explain(ScanResult result) {
    for (SkippedInput skipped : result.input().skipped()) {
      String place = skipped.position().isEmpty() ? "" : ", " + skipped.position();
      console
          .err()
          .println(
              TerminalText.line(
                  "kspm: skipped " + skipped.source() + place + ": " + skipped.reason()));
    }
    for (Completeness word : result.completeness()) {
      if (word.state().isHole()) {
        console
            .err()
            .println(
                "kspm: not all "
                    + word.resourceType()
                    + " in "
                    + word.scope()
                    + ": "
                    + word.reason());
      }
    }
    for (RuleProblem problem : result.problems()) {
      console.err().println(TerminalText.line("kspm: " + problem));
    }
  }

  private int exitCode(ScanResult result, Optional<Severity> threshold) {
    if (failOnIncomplete && !result.isComplete()) {
      return ExitCode.INCOMPLETE;
    }
    boolean found =
        threshold.isPresent()
            && result.findings().stream()
                .anyMatch(
                    finding ->
                        finding.verdict() == Verdict.FAIL
                            && !finding.isMutedAt(result.time())
                            && finding.severity().atLeast(threshold.get()));
    return found ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private Optional<Severity> threshold() {
    if (failOn.isEmpty()) {
      return Optional.empty();
    }
    Optional<Severity> severity = Severity.of(failOn);
    if (severity.isEmpty()) {
      throw new InputError(
          "--fail-on: unknown severity \""
              + failOn
              + "\"; there are critical, high, medium, low, info");
    }
    return severity;
  }

  private Instant now() {
    try {
      return Instant.parse(now);
    } catch (DateTimeParseException e) {
      throw new InputError("--now: \"" + now + "\" is no time such as 2026-03-02T10:00:00Z");
    }
  }
}

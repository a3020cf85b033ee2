package dev.kspm.reports;

import static dev.kspm.reports.TerminalText.line;

import dev.kspm.ControlResult;
import dev.kspm.FrameworkResult;
import dev.kspm.ScanResult;
import dev.kspm.evaluation.Evaluation;
import dev.kspm.evaluation.Evidence;
import dev.kspm.evaluation.Verdict;
import dev.kspm.finding.Finding;
import dev.kspm.framework.ControlState;
import dev.kspm.resource.Completeness;
import dev.kspm.resource.Completeness.State;
import dev.kspm.resource.SkippedInput;
import dev.kspm.rule.Rule;
import dev.kspm.rule.RuleProblem;
import dev.kspm.rule.Severity;
import dev.kspm.score.Fraction;
import dev.kspm.score.PostureScore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What people read in a terminal: failures by severity and rule, what could not be decided,
 * frameworks, the score. Immutable and thread-safe.
 */
public final class TableReport implements ReportWriter {
  private static final int VALUE_WIDTH = 60;

  private final Style style;

  private TableReport(Style style) {
    this.style = style;
  }

  /** A report without colours. */
  public static TableReport plain() {
    return new TableReport(Style.PLAIN);
  }

  /** A report with the colours of a terminal. */
  public static TableReport coloured() {
    return new TableReport(Style.ANSI);
  }

  @Override
  public String format() {
    return "table";
  }

  @Override
  public void write(ScanResult result, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    appendFailures(text, result);
    appendUndecided(text, result);
    appendProblems(text, result);
    appendSkipped(text, result);
    appendFrameworks(text, result);
    appendSummary(text, result);
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private void appendFailures(StringBuilder text, ScanResult result) {
    Map<String, Long> passes =
        result.findings().stream()
            .filter(finding -> finding.verdict() == Verdict.PASS)
            .collect(Collectors.groupingBy(finding -> finding.rule().id(), Collectors.counting()));
    Map<String, List<Finding>> failures = new LinkedHashMap<>();
    result.findings().stream()
        .filter(finding -> finding.verdict() == Verdict.FAIL)
        .sorted(
            Comparator.comparing(Finding::severity)
                .reversed()
                .thenComparing(finding -> finding.rule().id())
                .thenComparing(finding -> finding.resource().name()))
        .forEach(
            finding ->
                failures
                    .computeIfAbsent(
                        finding.severity() + finding.rule().id(), unused -> new ArrayList<>())
                    .add(finding));
    for (List<Finding> group : failures.values()) {
      Rule rule = group.get(0).rule();
      Severity severity = group.get(0).severity();
      long passed = passes.getOrDefault(rule.id(), 0L);
      text.append(style.severity(severity, String.format(Locale.ROOT, "%-9s", severity)))
          .append(style.bold(rule.id()))
          .append("  ")
          .append(line(rule.title()))
          .append(style.faint(" (" + group.size() + " failed, " + passed + " passed)"))
          .append('\n');
      for (Finding finding : group) {
        text.append("  ").append(line(finding.resource().name()));
        if (finding.isMutedAt(result.time())) {
          text.append(style.faint(" [muted]"));
        }
        text.append('\n');
        for (Evidence evidence : finding.evidence()) {
          text.append("      ").append(style.faint(line(shown(evidence)))).append('\n');
        }
      }
    }
    if (!failures.isEmpty()) {
      text.append('\n');
    }
  }

  private static String shown(Evidence evidence) {
    String expected =
        evidence.expected().map(value -> ", expected " + shortened(value.toString())).orElse("");
    return evidence.path() + " = " + shortened(evidence.value().toString()) + expected;
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= VALUE_WIDTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, VALUE_WIDTH - 1)) + "…";
  }

  private void appendUndecided(StringBuilder text, ScanResult result) {
    Map<String, List<Evaluation>> byReason = new TreeMap<>();
    result
        .undecided()
        .forEach(
            open ->
                byReason
                    .computeIfAbsent(String.join("; ", open.reasons()), unused -> new ArrayList<>())
                    .add(open));
    if (byReason.isEmpty()) {
      return;
    }
    text.append(style.bold("Could not be decided")).append('\n');
    byReason.forEach(
        (reason, all) -> {
          text.append("  ").append(line(reason)).append('\n');
          Map<String, Set<String>> resourcesOfRule = new TreeMap<>();
          for (Evaluation open : all) {
            resourcesOfRule
                .computeIfAbsent(open.rule().id(), unused -> new TreeSet<>())
                .add(open.resource().map(r -> r.name()).orElse(open.resourceType()));
          }
          resourcesOfRule.forEach(
              (rule, resources) ->
                  text.append("      ")
                      .append(style.faint(rule + ": " + line(few(resources))))
                      .append('\n'));
        });
    text.append('\n');
  }

  private static String few(Set<String> names) {
    int limit = 5;
    String first = names.stream().limit(limit).collect(Collectors.joining(", "));
    return names.size() <= limit ? first : first + " and " + (names.size() - limit) + " more";
  }

  private void appendProblems(StringBuilder text, ScanResult result) {
    appendWords(text, "Could not be read", result, State::isHole);
    appendWords(text, "Not asked for", result, state -> state == State.NOT_ASKED);
    if (!result.problems().isEmpty()) {
      text.append(style.bold("Errors of rules")).append('\n');
      for (RuleProblem problem : result.problems()) {
        text.append("  ").append(line(problem.toString())).append('\n');
      }
      text.append('\n');
    }
  }

  private void appendWords(
      StringBuilder text, String title, ScanResult result, Predicate<State> which) {
    List<Completeness> words =
        result.completeness().stream().filter(word -> which.test(word.state())).toList();
    if (words.isEmpty()) {
      return;
    }
    text.append(style.bold(title)).append('\n');
    for (Completeness word : words) {
      text.append("  ").append(line(word.resourceType() + " in " + word.scope()));
      text.append(": ");
      if (word.state().isHole()) {
        text.append(Texts.state(word.state())).append(", ");
      }
      text.append(line(word.reason()));
      text.append('\n');
    }
    text.append('\n');
  }

  private void appendSkipped(StringBuilder text, ScanResult result) {
    List<SkippedInput> skipped = result.input().skipped().stream().sorted().toList();
    if (skipped.isEmpty()) {
      return;
    }
    text.append(style.bold("Skipped input")).append('\n');
    for (SkippedInput one : skipped) {
      text.append("  ").append(line(one.source()));
      if (!one.position().isEmpty()) {
        text.append(", ").append(line(one.position()));
      }
      text.append(": ").append(line(one.reason())).append('\n');
    }
    text.append('\n');
  }

  private void appendFrameworks(StringBuilder text, ScanResult result) {
    if (result.frameworks().isEmpty()) {
      return;
    }
    int width =
        result.frameworks().stream()
            .mapToInt(one -> one.framework().reference().length())
            .max()
            .orElse(0);
    String header = String.format(Locale.ROOT, "%-" + (width + 2) + "s%7s", "FRAMEWORK", "SCORE");
    StringBuilder columns = new StringBuilder(header);
    for (ControlState state : ControlState.values()) {
      columns.append(String.format(Locale.ROOT, "%9s", state));
    }
    text.append(style.bold(columns.toString())).append('\n');
    for (FrameworkResult framework : result.frameworks()) {
      text.append(
          String.format(Locale.ROOT, "%-" + (width + 2) + "s", framework.framework().reference()));
      text.append(String.format(Locale.ROOT, "%7s", percent(framework.score().value())));
      for (ControlState state : ControlState.values()) {
        long count =
            framework.controls().stream().map(ControlResult::state).filter(state::equals).count();
        text.append(String.format(Locale.ROOT, "%9d", count));
      }
      text.append('\n');
    }
    text.append('\n');
  }

  private void appendSummary(StringBuilder text, ScanResult result) {
    PostureScore score = result.score();
    long resources = result.resources().values().stream().mapToLong(Long::longValue).sum();
    text.append(counted(resources, "resource")).append(" of ");
    text.append(counted(result.resources().size(), "type")).append("; ");
    text.append(score.counts().pass()).append(" passed, ");
    text.append(score.counts().fail()).append(" failed, ");
    text.append(score.counts().unknown()).append(" undecided");
    if (score.counts().muted() > 0) {
      text.append(", ").append(score.counts().muted()).append(" muted");
    }
    long outside = result.evaluations().stream().filter(e -> !e.notAsked().isEmpty()).count();
    if (outside > 0) {
      text.append(", ").append(outside).append(" outside of what was asked for");
    }
    text.append('\n');
    text.append(style.bold("Score " + percent(score.value())));
    if (score.value().isPresent() && !score.lowest().equals(score.highest())) {
      text.append(" (between ").append(percent(score.lowest())).append(" and ");
      text.append(percent(score.highest())).append(')');
    }
    score
        .coverage()
        .ifPresent(fraction -> text.append(", coverage ").append(percent(score.coverage())));
    text.append('\n');
  }

  private static String counted(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String percent(Optional<Fraction> fraction) {
    return fraction
        .map(value -> value.times(Fraction.of(100, 1)).rounded(1).toPlainString() + "%")
        .orElse("-");
  }
}

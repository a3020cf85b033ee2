package dev.kspm.rego.testing;

import dev.kspm.rego.EvaluationEvent;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.policy.RegoException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Test results as {@code opa test} prints them for people. Immutable and thread-safe. */
public final class PrettyTestReport {
  private static final String LINE = "-".repeat(80) + "\n";
  private static final String INDENT = "  ";

  private final boolean verbose;
  private final Explanation explanation;
  private final boolean variables;

  private PrettyTestReport(boolean verbose, Explanation explanation, boolean variables) {
    this.verbose = verbose;
    this.explanation = explanation;
    this.variables = variables;
  }

  /** A report of the tests that did not pass, with a summary. */
  public static PrettyTestReport brief() {
    return new PrettyTestReport(false, Explanation.FAILS, false);
  }

  /** A report of every test, with the failures and what led to them once more at the end. */
  public static PrettyTestReport verbose() {
    return brief().explaining(Explanation.FAILS);
  }

  /** Lists every test, and of the failures what an explanation tells. */
  public PrettyTestReport explaining(Explanation wanted) {
    return new PrettyTestReport(true, wanted, variables);
  }

  /** Shows the failing expressions with the values of their variables. */
  public PrettyTestReport withVariables() {
    return new PrettyTestReport(verbose, explanation, true);
  }

  /** The report, with a line end at its end. */
  public String render(List<TestResult> results) {
    StringBuilder out = new StringBuilder();
    String file = null;
    for (TestResult result : results) {
      if (verbose || result.outcome() != Outcome.PASS) {
        appendPlace(out, result, file);
        file = result.span().file();
        appendResult(out, result);
      }
    }
    if (file != null) {
      out.append(LINE);
    }
    boolean failed = results.stream().anyMatch(result -> result.outcome() == Outcome.FAIL);
    if ((verbose || variables) && failed) {
      appendFailures(out, results);
    }
    int all = 0;
    for (Outcome outcome : Outcome.values()) {
      all += count(results, outcome);
    }
    for (Outcome outcome : Outcome.values()) {
      int count = count(results, outcome);
      if (count > 0) {
        out.append(outcome).append(": ").append(count).append('/').append(all).append('\n');
      }
    }
    return out.toString();
  }

  /** A failed test alone, with all its cases. */
  public static String failureOf(TestResult result) {
    StringBuilder out = new StringBuilder();
    appendTitle(out, result);
    StringBuilder cases = new StringBuilder();
    appendCases(cases, result.cases(), 0, true);
    return out.append(cases).append('\n').toString();
  }

  private static int count(List<TestResult> results, Outcome outcome) {
    return results.stream().mapToInt(result -> result.count(outcome)).sum();
  }

  private static void appendPlace(StringBuilder out, TestResult result, @Nullable String file) {
    if (file != null && !file.equals(result.span().file())) {
      out.append('\n');
    }
    out.append(result.span().file()).append(':').append(result.span().row()).append(":\n");
  }

  private void appendResult(StringBuilder out, TestResult result) {
    appendTitle(out, result);
    RegoException error = result.error();
    if (error != null) {
      String message = String.valueOf(error.getMessage());
      out.append("  ").append(message).append('\n');
      if (error instanceof EvalError eval && !eval.places().isEmpty()) {
        out.append("  Traceback:\n");
        for (EvalError.Place place : eval.places()) {
          Span span = place.span();
          out.append("    ");
          out.append(
              span.file().isEmpty()
                  ? span.row() + ":" + span.column()
                  : span.file() + ":" + span.row());
          out.append(": ").append(span.text()).append('\n');
        }
      }
    }
    appendCases(out, result.cases(), 1, verbose);
    if (!result.output().isEmpty()) {
      out.append('\n');
      result.output().lines().forEach(line -> out.append("  ").append(line).append('\n'));
      out.append('\n');
    }
  }

  private void appendFailures(StringBuilder out, List<TestResult> results) {
    out.append("FAILURES\n").append(LINE);
    for (TestResult result : results) {
      if (result.outcome() == Outcome.FAIL) {
        appendTitle(out, result);
        out.append('\n');
        Trace trace = result.trace();
        if (verbose) {
          List<EvaluationEvent> told = trace == null ? List.of() : trace.explain(explanation);
          TraceText text = variables ? TraceText.withVariables() : TraceText.plain();
          out.append(text.indented(INDENT).render(told)).append('\n');
        }
        if (!result.cases().isEmpty()) {
          appendFailedCases(out, result.cases(), List.of());
          out.append('\n');
        }
      }
    }
    out.append(LINE);
  }

  /** Each failed case with those that it is in. */
  private void appendFailedCases(StringBuilder out, List<TestCase> cases, List<String> above) {
    for (TestCase one : cases) {
      if (!one.failed()) {
        continue;
      }
      List<String> path = new ArrayList<>(above);
      path.add(one.name());
      if (!one.cases().isEmpty()) {
        appendFailedCases(out, one.cases(), path);
        continue;
      }
      for (int i = 0; i < path.size(); i++) {
        // The first of the cases below one is shown with it, the others are not shown apart.
        out.append(INDENT.repeat(i + 1)).append(path.get(i)).append(": FAIL\n");
      }
    }
  }

  private static void appendTitle(StringBuilder out, TestResult result) {
    out.append(result.fullName()).append(": ").append(result.outcome());
    if (result.outcome() != Outcome.SKIPPED) {
      out.append(" (").append(GoDuration.text(result.duration())).append(')');
    }
    out.append('\n');
  }

  private static void appendCases(
      StringBuilder out, List<TestCase> cases, int depth, boolean passedToo) {
    for (TestCase one : cases) {
      if (one.failed() || passedToo) {
        out.append("  ".repeat(depth)).append(one.name()).append(": ");
        out.append(one.failed() ? Outcome.FAIL : Outcome.PASS).append('\n');
        appendCases(out, one.cases(), depth + 1, passedToo);
      }
    }
  }
}

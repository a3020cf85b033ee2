package dev.kspm.rego.testing;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.policy.RegoException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Test results as {@code opa test} prints them for people. Immutable and thread-safe. */
public final class PrettyTestReport {
  private static final String LINE = "-".repeat(80) + "\n";

  private final boolean verbose;

  private PrettyTestReport(boolean verbose) {
    this.verbose = verbose;
  }

  /** A report of the tests that did not pass, with a summary. */
  public static PrettyTestReport brief() {
    return new PrettyTestReport(false);
  }

  /** A report of every test, with the failures once more at the end. */
  public static PrettyTestReport verbose() {
    return new PrettyTestReport(true);
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
    if (verbose && results.stream().anyMatch(result -> result.outcome() == Outcome.FAIL)) {
      appendFailures(out, results);
    }
    for (Outcome outcome : Outcome.values()) {
      long count = results.stream().filter(result -> result.outcome() == outcome).count();
      if (count > 0) {
        out.append(outcome).append(": ").append(count).append('/').append(results.size());
        out.append('\n');
      }
    }
    return out.toString();
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
      out.append("  ").append(message.replace("\n", "\n  ")).append('\n');
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

  private static void appendFailures(StringBuilder out, List<TestResult> results) {
    out.append("FAILURES\n").append(LINE);
    for (TestResult result : results) {
      if (result.outcome() == Outcome.FAIL) {
        appendTitle(out, result);
        out.append("\n\n");
        if (!result.cases().isEmpty()) {
          appendCases(out, result.cases(), 1, false);
          out.append('\n');
        }
      }
    }
    out.append(LINE);
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

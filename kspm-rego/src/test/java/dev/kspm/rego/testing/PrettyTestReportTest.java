package dev.kspm.rego.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.policy.RegoException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrettyTestReportTest {
  private static final String LINE = "-".repeat(80) + "\n";
  private static final SourceText A = SourceText.of("a_test.rego", "");
  private static final SourceText B = SourceText.of("b/b_test.rego", "");

  @Test
  void onlyASummaryWhenAllPass() {
    String text = PrettyTestReport.brief().render(List.of(result(A, 3, "test_a", Outcome.PASS)));

    assertThat(text).isEqualTo("PASS: 1/1\n");
  }

  @Test
  void nothingWithoutTests() {
    assertThat(PrettyTestReport.brief().render(List.of())).isEmpty();
    assertThat(PrettyTestReport.verbose().render(List.of())).isEmpty();
  }

  @Test
  void whatDidNotPassIsListedByFile() {
    List<TestResult> results =
        List.of(
            result(A, 3, "test_a", Outcome.FAIL),
            result(A, 5, "test_b", Outcome.PASS),
            result(A, 7, "todo_test_c", Outcome.SKIPPED),
            result(B, 2, "test_d", Outcome.ERROR));

    assertThat(PrettyTestReport.brief().render(results))
        .isEqualTo(
            "a_test.rego:3:\n"
                + "data.t.test_a: FAIL (1.5ms)\n"
                + "a_test.rego:7:\n"
                + "data.t.todo_test_c: SKIPPED\n"
                + "\n"
                + "b/b_test.rego:2:\n"
                + "data.t.test_d: ERROR (1.5ms)\n"
                + "  b/b_test.rego:2: eval_conflict_error: two\n"
                + "  lines\n"
                + LINE
                + "PASS: 1/4\n"
                + "FAIL: 1/4\n"
                + "SKIPPED: 1/4\n"
                + "ERROR: 1/4\n");
  }

  @Test
  void printedLinesStandBelowTheirTest() {
    TestResult printing = result(A, 3, "test_a", Outcome.FAIL, "one\ntwo\n", List.of());

    assertThat(PrettyTestReport.brief().render(List.of(printing)))
        .isEqualTo(
            "a_test.rego:3:\ndata.t.test_a: FAIL (1.5ms)\n\n  one\n  two\n\n"
                + LINE
                + "FAIL: 1/1\n");
  }

  @Test
  void verboseShowsPassesAndRepeatsFailures() {
    List<TestCase> cases =
        List.of(
            new TestCase(
                "p", true, List.of(new TestCase("r", true, List.of(), List.of())), List.of()),
            new TestCase("q", false, List.of(), List.of()));
    List<TestResult> results =
        List.of(
            result(A, 3, "test_a", Outcome.PASS), result(A, 5, "test_b", Outcome.FAIL, "", cases));

    assertThat(PrettyTestReport.verbose().render(results))
        .isEqualTo(
            "a_test.rego:3:\n"
                + "data.t.test_a: PASS (1.5ms)\n"
                + "a_test.rego:5:\n"
                + "data.t.test_b: FAIL (1.5ms)\n"
                + "  p: FAIL\n"
                + "    r: FAIL\n"
                + "  q: PASS\n"
                + LINE
                + "FAILURES\n"
                + LINE
                + "data.t.test_b: FAIL (1.5ms)\n"
                + "\n\n"
                + "  p: FAIL\n"
                + "    r: FAIL\n"
                + "\n"
                + LINE
                + "PASS: 2/3\n"
                + "FAIL: 1/3\n");
  }

  private static TestResult result(SourceText file, int row, String name, Outcome outcome) {
    return result(file, row, name, outcome, "", List.of());
  }

  private static TestResult result(
      SourceText file, int row, String name, Outcome outcome, String output, List<TestCase> cases) {
    Span span = new Span(file, row, 1, 0, 0);
    @Nullable RegoException error =
        outcome == Outcome.ERROR
            ? new EvalError(EvalError.CONFLICT, "two\n  lines", span, null)
            : null;
    return new TestResult(
        span, "data.t", name, outcome, Duration.ofNanos(1_500_000), output, error, cases, null);
  }
}

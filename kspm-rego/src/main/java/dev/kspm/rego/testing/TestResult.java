package dev.kspm.rego.testing;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.policy.RegoException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one test rule did.
 *
 * @param span where the rule stands
 * @param packageRef such as {@code data.example_test}
 * @param name such as {@code test_allow}; {@code test_allow#01} is the second rule of that name
 * @param outcome how it ended
 * @param duration how long the evaluation took
 * @param output what the rule printed, each line with its end
 * @param error why it could not be evaluated, when the outcome is {@link Outcome#ERROR}
 * @param cases the cases of a rule with keys, by name
 * @param trace what happened, when that was asked for or the rule has cases
 */
public record TestResult(
    Span span,
    String packageRef,
    String name,
    Outcome outcome,
    Duration duration,
    String output,
    @Nullable RegoException error,
    List<TestCase> cases,
    @Nullable Trace trace) {
  public TestResult {
    cases = List.copyOf(cases);
  }

  /** How many cases ended so; a test without cases is one. */
  public int count(Outcome wanted) {
    if (cases.isEmpty() || outcome == Outcome.SKIPPED || outcome == Outcome.ERROR) {
      return outcome == wanted ? 1 : 0;
    } else if (wanted != Outcome.PASS && wanted != Outcome.FAIL) {
      return 0;
    }
    return cases.stream().mapToInt(one -> one.count(wanted == Outcome.FAIL)).sum();
  }

  /** Package and name. */
  public String fullName() {
    return packageRef + "." + name;
  }
}

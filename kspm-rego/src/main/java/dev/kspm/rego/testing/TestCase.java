package dev.kspm.rego.testing;

import dev.kspm.rego.EvaluationEvent;
import java.util.List;

/**
 * One case of a test whose rule has keys, such as {@code test_sum[name] if …}.
 *
 * @param name the key
 * @param failed whether this case, or one below it, is not {@code true}
 * @param cases the cases below it, when the rule has several keys, by name
 * @param trace what happened in this case alone, when it has no cases below it
 */
public record TestCase(
    String name, boolean failed, List<TestCase> cases, List<EvaluationEvent> trace) {
  public TestCase {
    cases = List.copyOf(cases);
    trace = List.copyOf(trace);
  }

  /** How many cases there are here that have no cases below them. */
  int count(boolean wantFailed) {
    if (cases.isEmpty()) {
      return failed == wantFailed ? 1 : 0;
    }
    return cases.stream().mapToInt(one -> one.count(wantFailed)).sum();
  }
}

package dev.kspm.rego.testing;

import java.util.List;

/**
 * One case of a test whose rule has keys, such as {@code test_sum[name] if …}.
 *
 * @param name the key
 * @param failed whether this case, or one below it, is not {@code true}
 * @param cases the cases below it, when the rule has several keys
 */
public record TestCase(String name, boolean failed, List<TestCase> cases) {
  public TestCase {
    cases = List.copyOf(cases);
  }
}

package dev.kspm.rego.testing;

import dev.kspm.rego.EvaluationEvent;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cases of one test, gathered from its trace and value. Belongs to one thread. */
final class TestCases {
  private final Map<String, TestCases> below = new TreeMap<>();
  private @Nullable Value value;
  private final List<EvaluationEvent> trace = new ArrayList<>();

  private TestCases() {}

  /**
   * The cases.
   *
   * @param value of the test rule
   */
  static List<TestCase> of(@Nullable Value value, List<EvaluationEvent> events) {
    TestCases root = new TestCases();
    TestCases current = null;
    for (EvaluationEvent event : events) {
      if (event.kind() == EvaluationEvent.Kind.TEST_CASE
          && event.value() instanceof ArrayValue path) {
        current = root.at(path, value);
        current.trace.clear();
      } else if (current != null) {
        current.trace.add(event);
      }
    }
    if (root.below.isEmpty() && value instanceof ObjectValue object) {
      object.forEach((key, member) -> root.child(key).fill(member));
    }
    return root.cases();
  }

  private TestCases child(Value key) {
    String name = key instanceof StringValue text ? text.value() : key.toString();
    return below.computeIfAbsent(name, unused -> new TestCases());
  }

  private TestCases at(ArrayValue path, @Nullable Value whole) {
    TestCases at = this;
    Value member = whole;
    for (Value key : path) {
      at = at.child(key);
      member = member == null ? null : member.lookup(key);
    }
    at.value = member;
    return at;
  }

  private void fill(Value all) {
    value = all;
    if (all instanceof ObjectValue object) {
      object.forEach((key, member) -> child(key).fill(member));
    }
  }

  private List<TestCase> cases() {
    List<TestCase> cases = new ArrayList<>();
    below.forEach(
        (name, one) -> {
          List<TestCase> deeper = one.cases();
          boolean passed =
              deeper.isEmpty()
                  ? one.value == BooleanValue.TRUE
                  : deeper.stream().noneMatch(TestCase::failed);
          cases.add(new TestCase(name, !passed, deeper, one.trace));
        });
    return cases;
  }
}

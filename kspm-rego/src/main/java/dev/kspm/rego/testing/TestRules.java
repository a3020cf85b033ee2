package dev.kspm.rego.testing;

import dev.kspm.rego.Json;
import dev.kspm.rego.RuleInfo;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.value.StringValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The test rules of a policy, found by their names. */
final class TestRules {
  private static final Comparator<RuleInfo> BY_PLACE =
      Comparator.comparing((RuleInfo rule) -> rule.span().file())
          .thenComparingInt(rule -> rule.span().start());

  private TestRules() {}

  /**
   * A rule that is a test.
   *
   * @param ref what is evaluated
   * @param packageRef its package
   * @param name its name in results
   * @param isFunction whether it is a function, which cannot be a test
   * @param span its head
   */
  record TestRule(String ref, String packageRef, String name, boolean isFunction, Span span) {
    boolean isTodo() {
      return name.substring(name.lastIndexOf('.') + 1).startsWith("todo_test_");
    }

    String fullName() {
      return packageRef + "." + name;
    }
  }

  /** The tests in the order of files and rows. */
  static List<TestRule> of(List<RuleInfo> rules) {
    List<RuleInfo> inOrder = new ArrayList<>(rules);
    inOrder.sort(BY_PLACE);
    Set<String> seen = new TreeSet<>();
    List<TestRule> tests = new ArrayList<>();
    for (RuleInfo rule : inOrder) {
      TestRule test = test(rule);
      if (test != null && seen.add(test.ref())) {
        tests.add(test);
      }
    }
    return tests;
  }

  private static @org.jspecify.annotations.Nullable TestRule test(RuleInfo rule) {
    int start = rule.packageRef().length();
    StringBuilder name = new StringBuilder();
    while (rule.ref().startsWith(rule.packageRef()) && start < rule.ref().length()) {
      int end = end(rule.ref(), start);
      String part = part(rule.ref().substring(start, end));
      name.append(name.isEmpty() ? "" : ".").append(part);
      if (part.startsWith("test_") || part.startsWith("todo_test_")) {
        return new TestRule(
            rule.ref().substring(0, end),
            rule.packageRef(),
            name.toString(),
            rule.isFunction(),
            rule.span());
      }
      start = end;
    }
    return null;
  }

  /** The end of the part of a reference that begins with a dot or a bracket. */
  private static int end(String ref, int start) {
    int end = start + 1;
    if (ref.charAt(start) == '[') {
      boolean quoted = false;
      while (end < ref.length() && (quoted || ref.charAt(end) != ']')) {
        if (ref.charAt(end) == '\\') {
          end++;
        } else if (ref.charAt(end) == '"') {
          quoted = !quoted;
        }
        end++;
      }
      return Math.min(end + 1, ref.length());
    }
    while (end < ref.length() && ref.charAt(end) != '.' && ref.charAt(end) != '[') {
      end++;
    }
    return end;
  }

  private static String part(String text) {
    if (text.startsWith(".")) {
      return text.substring(1);
    }
    return text.startsWith("[\"")
            && Json.read(text.substring(1, text.length() - 1)) instanceof StringValue name
        ? name.value()
        : text;
  }
}

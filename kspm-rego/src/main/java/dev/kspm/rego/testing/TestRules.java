package dev.kspm.rego.testing;

import dev.kspm.rego.PolicySource;
import dev.kspm.rego.RuleInfo;
import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.diagnostic.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The test rules of a policy, found by their names. */
final class TestRules {
  private static final Comparator<RuleInfo> BY_PLACE =
      Comparator.comparing((RuleInfo rule) -> rule.span().file())
          .thenComparingInt(rule -> rule.span().start());

  private final List<TestRule> all;

  private TestRules(List<TestRule> all) {
    this.all = all;
  }

  /**
   * A rule that is a test.
   *
   * @param ref what is evaluated
   * @param packageRef its package
   * @param name its name in results
   * @param plainName its name in the text
   * @param isFunction whether it is a function, which cannot be a test
   * @param span its head
   */
  record TestRule(
      String ref, String packageRef, String name, String plainName, boolean isFunction, Span span) {
    boolean isTodo() {
      return lastPart(plainName).startsWith("todo_test_");
    }

    boolean isRepeated() {
      return !name.equals(plainName);
    }
  }

  static TestRules of(List<RuleInfo> rules) {
    List<RuleInfo> inOrder = new ArrayList<>(rules);
    inOrder.sort(BY_PLACE);
    Map<String, Integer> seen = new HashMap<>();
    List<TestRule> tests = new ArrayList<>();
    for (RuleInfo rule : inOrder) {
      String name = testName(rule);
      if (name.isEmpty()) {
        continue;
      }
      String ref = rule.packageRef() + "." + name;
      int before = seen.merge(ref, 1, Integer::sum) - 1;
      String suffix = before == 0 ? "" : (before < 10 ? "#0" : "#") + before;
      tests.add(
          new TestRule(
              before == 0 ? ref : rule.packageRef() + "." + distinct(name, before),
              rule.packageRef(),
              name + suffix,
              name,
              rule.isFunction(),
              rule.span()));
    }
    return new TestRules(tests);
  }

  List<TestRule> all() {
    return all;
  }

  boolean hasRepeatedNames() {
    return all.stream().anyMatch(TestRule::isRepeated);
  }

  /**
   * The same modules with a name of its own for each repeated rule: rules of one name are
   * alternatives to the language, but tests that must all hold to their author.
   */
  List<PolicySource> withDistinctNames(List<PolicySource> sources) {
    List<PolicySource> changed = new ArrayList<>();
    for (PolicySource source : sources) {
      String text = source.text().text();
      for (int i = all.size() - 1; i >= 0; i--) {
        TestRule rule = all.get(i);
        if (rule.isRepeated() && rule.span().source().equals(source.text())) {
          int at = text.indexOf(rule.plainName(), rule.span().start());
          String name = rule.ref().substring(rule.packageRef().length() + 1);
          text = text.substring(0, at) + name + text.substring(at + rule.plainName().length());
        }
      }
      changed.add(
          new PolicySource(
              SourceText.of(source.text().name(), text),
              source.version(),
              source.futureKeywords()));
    }
    return changed;
  }

  private static String distinct(String name, int number) {
    return name + "__" + number;
  }

  /** The reference after the package, up to the part that makes it a test; empty when none does. */
  private static String testName(RuleInfo rule) {
    if (!rule.ref().startsWith(rule.packageRef() + ".")) {
      return "";
    }
    String below = rule.ref().substring(rule.packageRef().length() + 1);
    int start = 0;
    while (start < below.length()) {
      int end = start;
      while (end < below.length() && below.charAt(end) != '.' && below.charAt(end) != '[') {
        end++;
      }
      String part = below.substring(start, end);
      if (part.startsWith("test_") || part.startsWith("todo_test_")) {
        return below.substring(0, end);
      }
      start = end + 1;
    }
    return "";
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}

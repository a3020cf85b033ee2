package dev.kspm.evaluation;

import static dev.kspm.TestRules.resource;
import static dev.kspm.TestRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.PolicySource;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.SessionOptions;
import dev.kspm.resource.ResourceSnapshot;
import dev.kspm.rule.Rule;
import dev.kspm.rule.RuleProblem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A broken library harms the rules that read it, and no other. */
class LibrariesTest {
  private static final PolicySource GOOD = library("good", "yes := \"pass\"");
  private static final PolicySource TYPO = library("typo", "yes := )");
  private static final PolicySource UNSAFE = library("unsafe", "yes := x");
  private static final PolicySource READER =
      library("reader", "import data.kspm.lib.unsafe\n\nyes := unsafe.yes");

  private static PolicySource library(String name, String body) {
    return PolicySource.of("lib/" + name + ".rego", "package kspm.lib." + name + "\n\n" + body);
  }

  private static Rule reads(String id, String library) {
    return rule(id, "pod", "import data.kspm.lib." + library + "\n\neval(r) := " + library + ".yes")
        .build();
  }

  private static EvaluationResult evaluate(List<PolicySource> libraries, Rule... rules) {
    ResourceSnapshot snapshot =
        ResourceSnapshot.builder().addResources(resource("pod", "p", "{}").build()).build();
    return new Evaluator(RegoEngine.create(), libraries, Map.of())
        .evaluate(
            snapshot, List.of(rules), SessionOptions.DEFAULT, Runnable::run, (done, of) -> {});
  }

  private static Map<String, Verdict> byRule(EvaluationResult result) {
    Map<String, Verdict> verdicts = new TreeMap<>();
    result.evaluations().forEach(e -> verdicts.put(e.rule().id(), e.verdict()));
    return verdicts;
  }

  @Test
  void onlyRulesThatReadABrokenOneAreErrors() {
    EvaluationResult result =
        evaluate(
            List.of(GOOD, TYPO, UNSAFE, READER),
            reads("a", "good"),
            reads("b", "typo"),
            reads("c", "unsafe"),
            reads("d", "reader"),
            rule("e", "pod", "eval(r) := \"pass\" if not data.kspm.lib[\"typo\"].no").build());
    assertThat(byRule(result))
        .isEqualTo(
            Map.of(
                "a", Verdict.PASS,
                "b", Verdict.UNKNOWN,
                "c", Verdict.UNKNOWN,
                "d", Verdict.UNKNOWN,
                "e", Verdict.UNKNOWN));
    assertThat(result.problems())
        .extracting(RuleProblem::toString)
        .containsExactly(
            "lib/reader.rego:3:8: rule_library_error: library kspm.lib.unsafe is broken:"
                + " lib/unsafe.rego",
            "lib/typo.rego:3:8: rego_parse_error: unexpected ) token",
            "lib/typo.rego:3:8: rego_parse_error: unexpected ) token: expected rule value term (e.g., yes :="
                + " <VALUE> { ... })",
            "lib/unsafe.rego:3:8: rego_unsafe_var_error: var x is unsafe",
            "b/rule.rego:3:8: rule_library_error: library kspm.lib.typo is broken: lib/typo.rego",
            "c/rule.rego:3:8: rule_library_error: library kspm.lib.unsafe is broken:"
                + " lib/unsafe.rego",
            "d/rule.rego:3:8: rule_library_error: library kspm.lib.reader is broken:"
                + " lib/reader.rego",
            "e/rule.rego:3:26: rule_library_error: library kspm.lib.typo is broken: lib/typo.rego");
  }

  @Test
  void aPackageIsBrokenAsAWhole() {
    PolicySource more =
        PolicySource.of("lib/more.rego", "package kspm.lib.typo\n\nyes := \"pass\"");
    assertThat(byRule(evaluate(List.of(TYPO, more), reads("a", "typo"))))
        .isEqualTo(Map.of("a", Verdict.UNKNOWN));
  }

  @Test
  void aLibraryThatIsNotThereIsAnError() {
    EvaluationResult result =
        evaluate(
            List.of(GOOD),
            rule("a", "pod", "eval(r) := \"pass\" if not data.kspm.lib.godo.bad").build());
    assertThat(byRule(result)).isEqualTo(Map.of("a", Verdict.UNKNOWN));
    assertThat(result.problems())
        .extracting(RuleProblem::toString)
        .containsExactly("a/rule.rego:3:26: rule_library_error: there is no library kspm.lib.godo");
  }

  @Test
  void aLibraryThatReadsOneThatIsNotThereIsBroken() {
    PolicySource incomplete = library("half", "yes := \"pass\" if not data.kspm.lib.gone.no");
    EvaluationResult result = evaluate(List.of(GOOD, incomplete), reads("a", "half"));
    assertThat(byRule(result)).isEqualTo(Map.of("a", Verdict.UNKNOWN));
    assertThat(result.problems())
        .extracting(RuleProblem::toString)
        .containsExactly(
            "lib/half.rego:3:22: rule_library_error: there is no library kspm.lib.gone",
            "a/rule.rego:3:8: rule_library_error: library kspm.lib.half is broken: lib/half.rego");
  }

  @Test
  void deepRulesAreLookedThrough() {
    int levels = 9_000;
    Rule deep =
        rule(
                "a",
                "pod",
                "eval(r) := \"pass\" if count("
                    + "[".repeat(levels)
                    + "data.kspm.lib.none"
                    + "]".repeat(levels)
                    + ") == 1")
            .build();
    assertThat(evaluate(List.of(GOOD), deep).problems())
        .extracting(RuleProblem::message)
        .containsExactly("there is no library kspm.lib.none");
  }

  @Test
  void aProblemIsOneLine() {
    EvaluationResult result =
        evaluate(List.of(), rule("a", "pod", "eval(r) := \"pass\"\neval(r) := \"fail\"").build());
    assertThat(result.problems())
        .extracting(RuleProblem::toString)
        .containsExactly(
            "a/rule.rego:4:1: eval_conflict_error: function data.datadog.eval produced conflicting"
                + " values for the same inputs: \"pass\" at a/rule.rego:3; \"fail\" at"
                + " a/rule.rego:4");
  }

  @Test
  void aRuleWithoutAnAnswerIsToldAtItsPackage() {
    Rule nothing = rule("a", "pod", "x := 1").build();
    Rule elsewhere =
        rule("b", "pod", "")
            .policy(
                PolicySource.of("b/rule.rego", "# of ours\n\npackage mine\n\neval(r) := \"pass\""))
            .build();
    EvaluationResult result = evaluate(List.of(), nothing, elsewhere);
    assertThat(result.problems())
        .extracting(RuleProblem::toString)
        .containsExactly(
            "a/rule.rego:1:1: rule_result_error: defines neither eval(resource) nor results in"
                + " package datadog",
            "b/rule.rego:3:1: rule_result_error: defines neither eval(resource) nor results in"
                + " package datadog, but package mine");
    assertThat(byRule(result)).isEqualTo(Map.of("a", Verdict.UNKNOWN, "b", Verdict.UNKNOWN));
  }

  @Test
  void printedLinesAreKeptInOrder() {
    Rule chatty =
        rule(
                "a",
                "pod",
                "eval(r) := \"fail\" if {\n\tsome i in numbers.range(1, 1002)\n"
                    + "\tprint(\"at\", i, r.resource_id)\n\ti == 1002\n}")
            .build();
    EvaluationResult result = evaluate(List.of(), chatty);
    assertThat(result.problems()).isEmpty();
    assertThat(byRule(result)).isEqualTo(Map.of("a", Verdict.FAIL));
    assertThat(result.printed()).hasSize(1001);
    assertThat(result.printed().get(0)).hasToString("a: a/rule.rego:5: at 1 c/pod/p");
    assertThat(result.printed().get(1000)).hasToString("a: a/rule.rego:5: … and 2 more lines");
  }
}

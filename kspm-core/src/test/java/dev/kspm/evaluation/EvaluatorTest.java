package dev.kspm.evaluation;

import static dev.kspm.TestRules.resource;
import static dev.kspm.TestRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.TestRules;
import dev.kspm.rego.Json;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.SessionOptions;
import dev.kspm.rego.policy.Cancelled;
import dev.kspm.rego.policy.EvaluationLimits;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.resource.Completeness;
import dev.kspm.resource.Completeness.State;
import dev.kspm.resource.Hole;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceSnapshot;
import dev.kspm.rule.Rule;
import dev.kspm.rule.RuleParameter;
import dev.kspm.rule.RuleProblem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
  private static final String BY_FLAG =
      """
      eval(resource) := "fail" if resource.bad
      else := "pass" if resource.good
      """;

  private static ResourceSnapshot snapshot(Resource... resources) {
    return ResourceSnapshot.builder().addResources(resources).build();
  }

  private static final ResourceSnapshot THREE =
      snapshot(
          resource("pod", "bad", "{\"bad\": true}").build(),
          resource("pod", "good", "{\"good\": true}").build(),
          resource("pod", "other", "{}").build());

  private static Map<String, Verdict> verdicts(Rule rule, ResourceSnapshot snapshot) {
    return Evaluations.verdicts(Evaluations.of(snapshot, rule));
  }

  private static String problem(Rule rule, ResourceSnapshot snapshot) {
    List<RuleProblem> problems = Evaluations.of(snapshot, rule).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0).toString();
  }

  @Test
  void evalAloneIsEnough() {
    assertThat(verdicts(rule("r", "pod", BY_FLAG).build(), THREE))
        .isEqualTo(Map.of("bad", Verdict.FAIL, "good", Verdict.PASS, "other", Verdict.SKIP));
  }

  @Test
  void failuresOfRulesWithoutEvidenceShowWhatWasRead() {
    Evaluation bad = Evaluations.of(THREE, rule("r", "pod", BY_FLAG).build()).evaluations().get(0);
    assertThat(bad.evidence())
        .containsExactly(new Evidence("bad", Json.read("true"), Optional.empty()));
  }

  @Test
  void rulesTellTheirEvidence() {
    Rule rule =
        rule(
                "r",
                "pod",
                """
                eval(resource) := "fail"
                evidence(resource) := [
                  {"path": ["a", "x/y", 0], "value": resource.a["x/y"][0], "expected": 2},
                  {"path": ["b"], "value": null, "expected": true},
                ]
                """)
            .build();
    EvaluationResult result =
        Evaluations.of(snapshot(resource("pod", "p", "{\"a\": {\"x/y\": [1]}}").build()), rule);
    assertThat(result.problems()).isEmpty();
    assertThat(result.evaluations().get(0).evidence())
        .containsExactly(
            new Evidence("a[\"x/y\"][0]", Json.read("1"), Optional.of(Json.read("2"))),
            new Evidence("b", Json.read("null"), Optional.of(Json.read("true"))));
  }

  @Test
  void evidenceOfPathsThatAreNotThereIsAnError() {
    Rule rule =
        rule(
                "r",
                "pod",
                """
                eval(resource) := "fail"
                evidence(resource) := [{"path": ["nowhere"], "value": 1, "expected": 2}]
                """)
            .build();
    EvaluationResult result = Evaluations.of(snapshot(resource("pod", "p", "{}").build()), rule);
    assertThat(result.problems().get(0).message())
        .isEqualTo("evidence with a path that the document does not have: nowhere");
    assertThat(result.evaluations().get(0).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void wrongAnswersAreErrorsOfTheRuleWithItsPlace() {
    Rule unknownWord = rule("r", "pod", "eval(resource) := \"maybe\"").build();
    assertThat(problem(unknownWord, THREE))
        .isEqualTo(
            "r/rule.rego:3:1: rule_result_error: eval gave \"maybe\", not pass, fail or skip");
    assertThat(verdicts(unknownWord, THREE)).containsValue(Verdict.UNKNOWN).hasSize(3);

    Rule nothing = rule("r", "pod", "allow := true").build();
    assertThat(problem(nothing, THREE))
        .isEqualTo(
            "r/rule.rego:1:1: rule_result_error: defines neither eval(resource) nor results in package"
                + " datadog");
    assertThat(verdicts(nothing, THREE).values()).containsOnly(Verdict.UNKNOWN);
  }

  @Test
  void aRuleThatDoesNotCompileHarmsNoOther() {
    Rule broken = rule("broken", "pod", "eval(resource) := \"pass\" if nobody.knows").build();
    Rule fine = rule("fine", "pod", BY_FLAG).build();
    EvaluationResult result = Evaluations.of(THREE, broken, fine);
    assertThat(result.problems()).hasSize(1);
    assertThat(result.problems().get(0).file()).isEqualTo("broken/rule.rego");
    assertThat(result.problems().get(0).row()).isEqualTo(3);
    assertThat(result.evaluations().stream().filter(e -> e.rule().id().equals("broken")))
        .extracting(Evaluation::verdict)
        .containsOnly(Verdict.UNKNOWN);
    assertThat(result.evaluations().stream().filter(e -> e.rule().id().equals("fine")))
        .extracting(Evaluation::verdict)
        .containsExactly(Verdict.FAIL, Verdict.PASS, Verdict.SKIP);
  }

  @Test
  void anErrorOfOneResourceLeavesTheOthers() {
    Rule conflict =
        rule("r", "pod", "eval(resource) := \"fail\" if resource.bad\neval(_) := \"pass\"").build();
    EvaluationResult result = Evaluations.of(THREE, conflict);
    assertThat(Evaluations.verdicts(result))
        .isEqualTo(Map.of("bad", Verdict.UNKNOWN, "good", Verdict.PASS, "other", Verdict.PASS));
    assertThat(result.problems()).extracting(RuleProblem::code).containsOnly("eval_conflict_error");
    assertThat(result.problems().get(0).row()).isPositive();
  }

  @Test
  void aRuleThatRunsAwayIsStopped() {
    Rule slow =
        rule(
                "r",
                "pod",
                "eval(resource) := \"pass\" if count([1 | some i in numbers.range(1, 1000); some j"
                    + " in numbers.range(1, 1000)]) > 0")
            .build();
    EvaluationResult result =
        new Evaluator(RegoEngine.create(), List.of(), Map.of())
            .evaluate(
                THREE,
                List.of(slow),
                SessionOptions.DEFAULT.withLimits(EvaluationLimits.DEFAULT.withSteps(10_000)),
                Runnable::run,
                (done, of) -> {});
    assertThat(Evaluations.verdicts(result).values()).containsOnly(Verdict.UNKNOWN);
    assertThat(result.problems()).hasSize(1);
  }

  @Test
  void anInterruptStopsAnEvaluation() throws InterruptedException {
    Rule endless =
        rule(
                "r",
                "pod",
                "eval(resource) := \"pass\" if count([1 | some i in numbers.range(1, 100000); some j"
                    + " in numbers.range(1, 100000); i == j]) > 0")
            .build();
    EvaluationLimits wide =
        new EvaluationLimits(Long.MAX_VALUE, Duration.ofHours(1), Long.MAX_VALUE, 10_000, 10_000);
    ExecutorService pool = Executors.newFixedThreadPool(1);
    AtomicReference<Throwable> ended = new AtomicReference<>();
    Thread scan =
        new Thread(
            () -> {
              try {
                new Evaluator(RegoEngine.create(), List.of(), Map.of())
                    .evaluate(
                        THREE,
                        List.of(endless),
                        SessionOptions.DEFAULT.withLimits(wide),
                        pool,
                        (done, of) -> {});
              } catch (Cancelled e) {
                ended.set(e);
              }
            });
    scan.start();
    Thread.sleep(200);
    scan.interrupt();
    scan.join(20_000);
    pool.shutdownNow();
    assertThat(scan.isAlive()).isFalse();
    assertThat(ended.get()).isInstanceOf(Cancelled.class);
  }

  @Test
  void parametersAreData() {
    Rule rule =
        rule(
                "r",
                "pod",
                "eval(resource) := \"fail\" if resource.age > data.kspm.parameters.max\n"
                    + "else := \"pass\"")
            .putParameters("max", new RuleParameter(Json.read("30"), "days"))
            .build();
    ResourceSnapshot old = snapshot(resource("pod", "p", "{\"age\": 40}").build());
    assertThat(verdicts(rule, old)).containsValue(Verdict.FAIL);
    EvaluationResult wider =
        new Evaluator(RegoEngine.create(), List.of(), Map.of("r", Map.of("max", Json.read("50"))))
            .evaluate(old, List.of(rule), SessionOptions.DEFAULT, Runnable::run, (done, of) -> {});
    assertThat(Evaluations.verdicts(wider)).containsValue(Verdict.PASS);
  }

  @Test
  void rulesShareLibraries() {
    Rule rule =
        rule("r", "pod", "import data.kspm.lib.words\n\neval(resource) := words.yes").build();
    PolicySource library =
        PolicySource.of("lib/words.rego", "package kspm.lib.words\n\nyes := \"pass\"");
    EvaluationResult result =
        new Evaluator(RegoEngine.create(), List.of(library), Map.of())
            .evaluate(
                THREE, List.of(rule), SessionOptions.DEFAULT, Runnable::run, (done, of) -> {});
    assertThat(result.problems()).isEmpty();
    assertThat(Evaluations.verdicts(result).values()).containsOnly(Verdict.PASS);
  }

  @Test
  void aRuleIsEvaluatedForEachMainType() {
    Rule rule =
        rule("r", "pod", "eval(r) := \"pass\" if input.main_resource_type == r.resource_type")
            .addResourceTypes("job")
            .build();
    ResourceSnapshot two =
        snapshot(resource("pod", "p", "{}").build(), resource("job", "j", "{}").build());
    assertThat(verdicts(rule, two)).isEqualTo(Map.of("p", Verdict.PASS, "j", Verdict.PASS));
  }

  @Test
  void podsCountAsTheirOwner() {
    Resource owner = resource("deployment", "web", "{\"good\": true}").build();
    Resource bad =
        resource("pod", "web-1", "{\"bad\": true}")
            .key(owner.key())
            .objectKey(resource("pod", "web-1", "{}").build().key())
            .build();
    Rule both = rule("r", "pod", BY_FLAG).addResourceTypes("deployment").build();
    List<Evaluation> merged = Evaluations.of(snapshot(owner, bad), both).evaluations();
    assertThat(merged).hasSize(1);
    assertThat(merged.get(0).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(merged.get(0).resource()).contains(owner);
    assertThat(merged.get(0).resourceType()).isEqualTo("deployment");
    assertThat(merged.get(0).evidenceFrom()).contains(bad.objectKey());
  }

  @Test
  void resultsByHandMayUseAnyName() {
    Rule rule =
        rule(
                "r",
                "pod",
                """
                results contains {"result": "fail", "resource_id": id, "resource_type": "pod"} if {
                  some id in ["c/pod/a", "b-alias", "arn:c", "d"]
                }
                """)
            .build();
    ResourceSnapshot named =
        snapshot(
            resource("pod", "a", "{}").build(),
            resource("pod", "b", "{}").addAliases("b-alias").build(),
            resource("pod", "c", "{\"arn\": \"arn:c\"}").build(),
            resource("pod", "d", "{}").build(),
            resource("pod", "e", "{}").build());
    EvaluationResult result = Evaluations.of(named, rule);
    assertThat(result.problems()).isEmpty();
    assertThat(Evaluations.verdicts(result))
        .isEqualTo(
            Map.of(
                "a", Verdict.FAIL,
                "b", Verdict.FAIL,
                "c", Verdict.FAIL,
                "d", Verdict.FAIL,
                "e", Verdict.SKIP));
  }

  @Test
  void resultsByHandThatAreWrong() {
    assertThat(
            byHand(
                "[{\"result\": \"pass\", \"resource_id\": \"nobody\", \"resource_type\": \"pod\"}]"))
        .isEqualTo("a result names pod nobody, which is not there");
    assertThat(
            byHand(
                "[{\"result\": \"pass\", \"resource_id\": \"bad\", \"resource_type\": \"job\"}]"))
        .isEqualTo("a result names the type job, which is no main type of the rule");
    assertThat(
            byHand("[{\"result\": \"ok\", \"resource_id\": \"bad\", \"resource_type\": \"pod\"}]"))
        .isEqualTo("a result is \"ok\", not pass, fail or skip");
    assertThat(byHand("[{\"result\": \"pass\"}]"))
        .startsWith("a result needs texts resource_id and resource_type: ");
    assertThat(byHand("7")).startsWith("results is neither a set nor an array");
    assertThat(
            byHand(
                "[{\"result\": \"pass\", \"resource_id\": \"bad\", \"resource_type\": \"pod\"},"
                    + " {\"result\": \"fail\", \"resource_id\": \"c/pod/bad\", \"resource_type\":"
                    + " \"pod\"}]"))
        .isEqualTo("results of bad contradict each other: PASS and FAIL");
  }

  private static String byHand(String results) {
    Rule rule = rule("r", "pod", "results := " + results).build();
    EvaluationResult result = Evaluations.of(THREE, rule);
    assertThat(result.problems()).hasSize(1);
    assertThat(result.problems().get(0).row()).isEqualTo(3);
    assertThat(Evaluations.verdicts(result).get("bad")).isEqualTo(Verdict.UNKNOWN);
    return result.problems().get(0).message();
  }

  @Test
  void aNameThatSeveralGoByIsWrong() {
    Rule rule =
        rule(
                "r",
                "pod",
                "results := [{\"result\": \"pass\", \"resource_id\": \"twin\", \"resource_type\":"
                    + " \"pod\"}]")
            .build();
    ResourceSnapshot twins =
        snapshot(
            resource("pod", "a", "{}").addAliases("twin").build(),
            resource("pod", "b", "{}").addAliases("twin").build());
    assertThat(problem(rule, twins)).endsWith("a result names pod twin, which several go by");
  }

  @Test
  void scopesDoNotSeeEachOther() {
    Rule alone =
        rule(
                "r",
                "pod",
                "eval(resource) := \"pass\" if count(input.resources.pod) == 1\nelse := \"fail\"")
            .build();
    ResourceSnapshot two =
        ResourceSnapshot.builder()
            .addResources(resource("pod", "a", "{}").cluster("one").build())
            .addResources(resource("pod", "b", "{}").cluster("two").build())
            .build();
    assertThat(verdicts(alone, two).values()).containsOnly(Verdict.PASS);
  }

  @Test
  void accountLevelTypesSurroundEachClusterOfTheAccount() {
    Rule near =
        rule(
                "r",
                "cluster",
                "eval(r) := \"pass\" if input.resources.registry[0].name == r.registry\nelse := \"fail\"")
            .addRelatedTypes("registry")
            .build();
    ResourceSnapshot.Builder snapshot = ResourceSnapshot.builder();
    for (String id : List.of("1", "2")) {
      snapshot.addResources(
          TestRules.resource("cluster", "c" + id, "{\"registry\": \"reg" + id + "\"}")
              .cluster("c" + id)
              .account(id)
              .build(),
          TestRules.resource("registry", "r" + id, "{\"name\": \"reg" + id + "\"}")
              .cluster(Optional.empty())
              .account(id)
              .build());
    }
    assertThat(verdicts(near, snapshot.build()).values()).containsOnly(Verdict.PASS);
  }

  @Test
  void aTypeThatWasNotCollectedIsNotAnEmptyOne() {
    String quarantined =
        "eval(r) := \"fail\" if input.resources.policy[_].for == r.resource_id\nelse := \"pass\"";
    Rule related = rule("r", "pod", quarantined).addRelatedTypes("policy").build();
    Rule silent = rule("r", "pod", quarantined).build();
    for (Rule rule : List.of(related, silent)) {
      assertThat(verdicts(rule, THREE).values()).containsOnly(Verdict.UNKNOWN);
      ResourceSnapshot none =
          ResourceSnapshot.builder()
              .from(THREE)
              .addCompleteness(Completeness.complete("policy", "c"))
              .build();
      assertThat(verdicts(rule, none).values()).containsOnly(Verdict.PASS);
      ResourceSnapshot absent =
          ResourceSnapshot.builder()
              .from(THREE)
              .addCompleteness(new Completeness("policy", "c", State.ABSENT, "no such API"))
              .build();
      assertThat(verdicts(rule, absent).values()).containsOnly(Verdict.PASS);
    }
    assertThat(Evaluations.of(THREE, related).evaluations().get(0).reasons())
        .containsExactly("policy was not collected");
  }

  private static final Rule LOOKS_AROUND =
      rule("r", "pod", "eval(r) := \"pass\" if count(input.resources.policy) == 0").build();

  private static Evaluation around(Completeness... words) {
    ResourceSnapshot snapshot =
        ResourceSnapshot.builder()
            .addResources(resource("pod", "p", "{}").build())
            .addCompleteness(words)
            .build();
    return Evaluations.of(snapshot, LOOKS_AROUND).evaluations().get(0);
  }

  @Test
  void whatNobodyAskedForIsUnknownAndMarked() {
    Completeness notAsked = new Completeness("policy", "c", State.NOT_ASKED, "");
    assertThat(around(notAsked).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(around(notAsked).notAsked()).containsExactly("policy");
    assertThat(around(notAsked).reasons()).containsExactly("policy was not asked for");
    assertThat(around().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(around().notAsked()).isEmpty();
  }

  @Test
  void anyOtherWordMakesThatVoid() {
    Completeness notAsked = new Completeness("policy", "c", State.NOT_ASKED, "");
    Evaluation denied = around(notAsked, new Completeness("policy", "c", State.DENIED, "403"));
    assertThat(denied.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(denied.notAsked()).isEmpty();
    assertThat(denied.reasons()).containsExactly("policy in c: 403");
    assertThat(around(notAsked, Completeness.complete("policy", "c")).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void anotherHoleOutweighsWhatNobodyAskedFor() {
    ResourceSnapshot snapshot =
        ResourceSnapshot.builder()
            .addResources(resource("pod", "p", "{}").build())
            .addCompleteness(new Completeness("policy", "c", State.NOT_ASKED, ""))
            .build();
    Rule both =
        rule(
                "r",
                "pod",
                "eval(r) := \"pass\" if count(input.resources.policy) + count(input.resources.role)"
                    + " == 0\nelse := \"pass\" if count(input.resources.role) == 0")
            .build();
    Evaluation open = Evaluations.of(snapshot, both).evaluations().get(0);
    assertThat(open.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(open.notAsked()).isEmpty();
  }

  @Test
  void aDeniedMainCollectionIsSeen() {
    ResourceSnapshot denied =
        ResourceSnapshot.builder()
            .addCompleteness(new Completeness("pod", "c", State.DENIED, "403 Forbidden"))
            .build();
    List<Evaluation> evaluations =
        Evaluations.of(denied, rule("r", "pod", BY_FLAG).build()).evaluations();
    assertThat(evaluations).hasSize(1);
    assertThat(evaluations.get(0).resource()).isEmpty();
    assertThat(evaluations.get(0).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(evaluations.get(0).scope()).isEqualTo("c");
    assertThat(evaluations.get(0).reasons()).containsExactly("pod in c: 403 Forbidden");
  }

  @Test
  void whatWasReadOfAPartialCollectionIsJudged() {
    ResourceSnapshot partial =
        ResourceSnapshot.builder()
            .from(THREE)
            .addCompleteness(new Completeness("pod", "c", State.PARTIAL, "timed out"))
            .build();
    assertThat(verdicts(rule("r", "pod", BY_FLAG).build(), partial))
        .isEqualTo(
            Map.of(
                "bad", Verdict.FAIL,
                "good", Verdict.PASS,
                "other", Verdict.SKIP,
                "*", Verdict.UNKNOWN));
  }

  @Test
  void aFailureMayStandInSpiteOfHoles() {
    Resource pod = resource("pod", "p", "{\"bad\": true}").build();
    String both = "eval(r) := \"fail\" if { not r.worse; r.bad }\nelse := \"pass\"";
    ResourceSnapshot torn =
        ResourceSnapshot.builder()
            .addResources(pod)
            .addHoles(Hole.inDocument(pod, List.of(StringValue.of("worse")), "not read"))
            .build();
    assertThat(verdicts(rule("r", "pod", both).build(), torn)).containsValue(Verdict.UNKNOWN);
    assertThat(verdicts(rule("r", "pod", both).failIsFinal(true).build(), torn))
        .containsValue(Verdict.FAIL);
    assertThat(Evaluations.of(torn, rule("r", "pod", both).build()).evaluations().get(0).reasons())
        .containsExactly("p worse: not read");
  }

  @Test
  void holesThatARuleDoesNotMeetChangeNothing() {
    Resource pod = resource("pod", "p", "{\"bad\": true}").build();
    ResourceSnapshot torn =
        ResourceSnapshot.builder()
            .addResources(pod)
            .addHoles(Hole.inDocument(pod, List.of(StringValue.of("elsewhere")), "not read"))
            .addCompleteness(new Completeness("secret", "c", State.DENIED, "403"))
            .build();
    assertThat(verdicts(rule("r", "pod", BY_FLAG).build(), torn)).containsValue(Verdict.FAIL);
  }

  @Test
  void rulesAreTriedOnBareInput() {
    Rule rule = rule("r", "pod", BY_FLAG).build();
    ObjectValue input =
        (ObjectValue)
            Json.read(
                "{\"main_resource_type\": \"pod\", \"resources\": {\"pod\": [{\"bad\": true}, {}]}}");
    Evaluator evaluator = new Evaluator(RegoEngine.create(), List.of(), Map.of());
    assertThat(evaluator.tryOut(rule, input, List.of(), SessionOptions.DEFAULT).evaluations())
        .extracting(Evaluation::verdict)
        .containsExactly(Verdict.FAIL, Verdict.SKIP);
    assertThat(
            evaluator
                .tryOut(
                    rule,
                    input,
                    List.of(
                        List.of(
                            StringValue.of("resources"),
                            StringValue.of("pod"),
                            Json.read("1"),
                            StringValue.of("good"))),
                    SessionOptions.DEFAULT)
                .evaluations())
        .extracting(Evaluation::verdict)
        .containsExactly(Verdict.FAIL, Verdict.UNKNOWN);
  }
}

package dev.kspm.reports;

import dev.kspm.ControlResult;
import dev.kspm.FrameworkResult;
import dev.kspm.ScanResult;
import dev.kspm.evaluation.Evaluation;
import dev.kspm.evaluation.Evidence;
import dev.kspm.evaluation.Verdict;
import dev.kspm.finding.Finding;
import dev.kspm.framework.Control;
import dev.kspm.framework.ControlMapping;
import dev.kspm.framework.ControlState;
import dev.kspm.framework.Framework;
import dev.kspm.framework.Requirement;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.resource.Completeness;
import dev.kspm.resource.InputAccount;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceKey;
import dev.kspm.resource.SkippedInput;
import dev.kspm.rule.Rule;
import dev.kspm.rule.RuleProblem;
import dev.kspm.rule.Severity;
import dev.kspm.score.PostureScore;
import dev.kspm.score.ScoredEvaluation;
import dev.kspm.score.SeverityWeights;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small result with one of everything. */
final class ExampleResult {
  static final Instant TIME = Instant.parse("2026-03-02T10:00:00Z");
  static final Rule PRIVILEGED =
      rule("pod-privileged", "Containers are not privileged", Severity.CRITICAL);
  static final Rule ENDPOINT =
      rule("eks-endpoint-public", "The endpoint is not open to the world", Severity.HIGH);
  static final Rule ANONYMOUS = rule("kubelet-anonymous-auth", "No anonymous", Severity.CRITICAL);

  private static final String CLUSTER = "arn:aws:eks:eu-central-1:123456789012:cluster/shop";

  private ExampleResult() {}

  static ScanResult result() {
    Resource backup = deployment("backup");
    Resource web = deployment("=web");
    List<Evaluation> evaluations =
        List.of(
            undecided(ANONYMOUS, Optional.of(node())),
            undecided(ENDPOINT, Optional.empty()),
            evaluation(PRIVILEGED, backup, Verdict.FAIL),
            evaluation(PRIVILEGED, web, Verdict.PASS));
    PostureScore score =
        PostureScore.of(
            evaluations.stream().map(one -> ScoredEvaluation.of(one, false)).toList(),
            SeverityWeights.DEFAULT);
    return ScanResult.builder()
        .id("0c7f")
        .startedAt(TIME)
        .finishedAt(TIME.plusSeconds(2))
        .time(TIME)
        .version("0.1.0")
        .input(
            new InputAccount(
                new InputAccount.Count(100, 90, 10),
                new InputAccount.Count(5, 4, 1),
                List.of(new SkippedInput("a.json", "line 3", 10, "unknown kind Widget"))))
        .resources(Map.of("kubernetes_deployment", 2L))
        .completeness(
            List.of(
                new Completeness(
                    "aws_eks_cluster", CLUSTER, Completeness.State.DENIED, "403 Forbidden"),
                Completeness.complete("kubernetes_deployment", CLUSTER)))
        .score(score)
        .frameworks(List.of(framework(score)))
        .evaluations(evaluations)
        .findings(
            List.of(
                finding(PRIVILEGED, backup, Verdict.FAIL), finding(PRIVILEGED, web, Verdict.PASS)))
        .problems(
            List.of(new RuleProblem("mine", "mine/rule.rego", 3, 1, "rego_parse_error", "oops")))
        .build();
  }

  private static FrameworkResult framework(PostureScore score) {
    Control control =
        Control.builder()
            .id("5.2.2")
            .title("No privileged containers")
            .addRules("pod-privileged")
            .build();
    Requirement requirement = new Requirement("5.2", "Pod Security", List.of(control));
    Framework framework =
        new Framework("cis-eks", "1.8", "CIS EKS", List.of(), true, List.of(requirement));
    return new FrameworkResult(
        framework,
        score,
        List.of(new ControlResult(requirement, control, ControlState.FAIL, false, score)));
  }

  private static Rule rule(String id, String title, Severity severity) {
    return Rule.builder()
        .id(id)
        .title(title)
        .severity(severity)
        .addResourceTypes("kubernetes_deployment")
        .policy(PolicySource.of(id + ".rego", "package datadog"))
        .why("Because.")
        .fix("Mend it.")
        .build();
  }

  private static Resource deployment(String name) {
    return Resource.builder()
        .key(ResourceKey.object(CLUSTER, "apps", "Deployment", "tools", name))
        .type("kubernetes_deployment")
        .name(name.startsWith("=") ? name : "Deployment/tools/" + name)
        .cluster(CLUSTER)
        .namespace("tools")
        .addTags("team:shop")
        .configuration(ObjectValue.of(StringValue.of("kind"), StringValue.of("Deployment")))
        .build();
  }

  private static Resource node() {
    return Resource.builder()
        .key(ResourceKey.node(CLUSTER, "n1"))
        .type("kubernetes_worker_node")
        .name("n1")
        .configuration(ObjectValue.EMPTY)
        .build();
  }

  private static Evaluation undecided(Rule rule, Optional<Resource> resource) {
    return Evaluation.builder()
        .rule(rule)
        .scope(CLUSTER)
        .resource(resource)
        .resourceType(resource.map(Resource::type).orElse("aws_eks_cluster"))
        .verdict(Verdict.UNKNOWN)
        .addReasons(resource.isPresent() ? "config.yaml cannot be read" : "403 Forbidden")
        .build();
  }

  private static Evaluation evaluation(Rule rule, Resource resource, Verdict verdict) {
    return Evaluation.builder()
        .rule(rule)
        .scope(CLUSTER)
        .resource(resource)
        .resourceType(resource.type())
        .verdict(verdict)
        .build();
  }

  private static Finding finding(Rule rule, Resource resource, Verdict verdict) {
    return Finding.builder()
        .rule(rule)
        .resource(resource)
        .verdict(verdict)
        .addEvidence(
            new Evidence(
                "spec.containers[0].privileged",
                BooleanValue.of(verdict == Verdict.FAIL),
                Optional.of(BooleanValue.FALSE)))
        .addControls(new ControlMapping("cis-eks", "1.8", "Pod Security", "5.2.2", true))
        .firstSeenAt(TIME)
        .lastSeenAt(TIME)
        .evaluationChangedAt(TIME)
        .discoveredAt(TIME)
        .build();
  }
}

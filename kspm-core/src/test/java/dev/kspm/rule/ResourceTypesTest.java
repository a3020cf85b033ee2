package dev.kspm.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.diagnostic.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceTypesTest {
  private static final ResourceTypes KNOWN =
      ResourceTypes.of(
          List.of(
              "aws_eks_cluster",
              "aws_ec2_instance",
              "kubernetes_pod",
              "kubernetes_role",
              "kubernetes_cluster_role_binding",
              "kubernetes_daemon_set"));

  @ParameterizedTest
  @CsvSource({
    "aws_eks_clster, aws_eks_cluster",
    "aws_eks_culster, aws_eks_cluster",
    "AWS_EKS_Cluster, aws_eks_cluster",
    "aws-eks-cluster, aws_eks_cluster",
    "aws_eks_clusters, aws_eks_cluster",
    "kubernetes_pods, kubernetes_pod",
    "kubernetes_daemonset, kubernetes_daemon_set",
    "kubernetes_clusterrolebinding, kubernetes_cluster_role_binding",
  })
  void aMistypedNameIsToldWithTheNearest(String mistyped, String meant) {
    assertThat(KNOWN.objection(mistyped))
        .contains("unknown resource type " + mistyped + "; did you mean " + meant + "?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws_eks_cluster", "kubernetes_pod", "kubernetes_virtual_service"})
  void knownNamesAndCustomResourcesAreFine(String type) {
    assertThat(KNOWN.objection(type)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "aws_fancy_thing", "kubernetes_", "kubernetes_Virtual"})
  void anythingElseIsUnknown(String type) {
    assertThat(KNOWN.objection(type)).contains("unknown resource type " + type);
  }

  @Test
  void whereNothingIsKnownEverythingMayBe() {
    assertThat(ResourceTypes.of(List.of()).with(List.of("a")).objection("b")).isEmpty();
    assertThat(KNOWN.with(List.of("aws_fancy_thing")).objection("aws_fancy_thing")).isEmpty();
  }

  @Test
  void theLineIsTold() {
    Rule rule =
        RuleReader.read(
            SourceText.of(
                "a/rule.yaml",
                """
                id: a
                title: t
                severity: low
                resource_types:
                  - aws_eks_cluster
                  - aws_eks_clster
                related_types: [kubernetes_pod, aws_ec2_instances]
                """),
            SourceText.of("a/rule.rego", "package datadog"),
            RuleOrigin.CUSTOM);
    assertThat(KNOWN.check(rule))
        .extracting(RuleProblem::toString)
        .containsExactly(
            "a/rule.yaml:6:5: rule_file_error: unknown resource type aws_eks_clster; did you mean"
                + " aws_eks_cluster?",
            "a/rule.yaml:7:33: rule_file_error: unknown resource type aws_ec2_instances; did you"
                + " mean aws_ec2_instance?");
  }
}

package dev.kspm.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.policy.RegoVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleReaderTest {
  private static final String FULL =
      """
      id: kubelet-anonymous-auth
      title: Kubelet refuses anonymous requests
      severity: critical
      scored: false
      resource_types: [kubernetes_worker_node, aws_eks_worker_node]
      related_types: [kubernetes_pod]
      rego: v1
      fail_is_final: true
      reads: ["effective.kubelet"]
      parameters:
        max_age_days: {default: 30, description: "days"}
        names: {default: [a, b]}
      why: Because.
      fix: Do.
      tags: [kubelet]
      """;

  private static Rule read(String yaml) {
    return RuleReader.read(
        SourceText.of("rule.yaml", yaml),
        SourceText.of("rule.rego", "package datadog"),
        RuleOrigin.CUSTOM);
  }

  private static String wrong(String yaml) {
    return String.valueOf(
        catchThrowableOfType(RuleFileException.class, () -> read(yaml)).getMessage());
  }

  @Test
  void everythingIsRead() {
    Rule rule = read(FULL);
    assertThat(rule.id()).isEqualTo("kubelet-anonymous-auth");
    assertThat(rule.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(rule.scored()).isFalse();
    assertThat(rule.failIsFinal()).isTrue();
    assertThat(rule.resourceTypes())
        .containsExactly("kubernetes_worker_node", "aws_eks_worker_node");
    assertThat(rule.policy().version()).isEqualTo(RegoVersion.V1);
    assertThat(rule.parameters().get("max_age_days").defaultValue().toString()).isEqualTo("30");
    assertThat(rule.parameters().get("names").defaultValue().toString())
        .isEqualTo("[\"a\", \"b\"]");
  }

  @Test
  void whatIsLeftOutHasADefault() {
    Rule rule = read("id: a\ntitle: t\nseverity: Low\nresource_types: [x]\n");
    assertThat(rule.policy().version()).isEqualTo(RegoVersion.V0);
    assertThat(rule.scored()).isTrue();
    assertThat(rule.failIsFinal()).isFalse();
    assertThat(rule.version()).isEqualTo(1);
  }

  @Test
  void everythingWrongIsNamedAtOnceWithItsLine() {
    assertThat(
            wrong(
                """
                id: a~b
                severity: terrible
                resource_types: x
                scored: maybe
                parameters: {p: {}}
                color: red
                """))
        .isEqualTo(
            """
            rule.yaml:1:1: rule_file_error: resource_types must name at least one type
            rule.yaml:1:1: rule_file_error: title is missing
            rule.yaml:1:5: rule_file_error: id may have lower case letters, digits and '-' only: a~b
            rule.yaml:2:11: rule_file_error: severity must be one of critical, high, medium, low, info, not terrible
            rule.yaml:3:17: rule_file_error: resource_types must be a list
            rule.yaml:4:9: rule_file_error: scored must be one of true, false, not maybe
            rule.yaml:5:17: rule_file_error: default is missing
            rule.yaml:6:8: rule_file_error: unknown key color""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "a_b", "a.b", "-a", "a b", "ä", "a~b"})
  void idsAreLowerCaseLettersDigitsAndDashes(String id) {
    assertThat(wrong("id: " + id + "\ntitle: t\nseverity: low\nresource_types: [x]\n"))
        .isEqualTo(
            "rule.yaml:1:5: rule_file_error: id may have lower case letters, digits and '-' only: "
                + id);
  }

  @Test
  void aTypeIsThereOnce() {
    assertThat(wrong("id: a\ntitle: t\nseverity: low\nresource_types: [x, y, x]\n"))
        .isEqualTo("rule.yaml:4:24: rule_file_error: resource type x is there twice");
  }

  @Test
  void aBrokenFileIsNamed() {
    assertThat(wrong("id: [")).startsWith("rule.yaml:1:6: rule_file_error: ");
    assertThat(wrong("just text"))
        .contains("rule.yaml:1:1: rule_file_error: a mapping is expected here");
  }
}

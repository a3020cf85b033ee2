package dev.kspm.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  @Test
  void hasTheFieldsThatScriptsRelyOn() throws IOException {
    JsonNode report = report(JsonReport.ofFailures());

    assertThat(names(report))
        .containsExactly(
            "schema_version",
            "scan",
            "inputs",
            "resources",
            "completeness",
            "score",
            "frameworks",
            "findings",
            "undecided",
            "rule_errors");
    assertThat(names(report.get("scan")))
        .containsExactly("id", "started_at", "finished_at", "version");
    assertThat(names(report.get("inputs"))).containsExactly("bytes", "documents", "skipped");
    assertThat(names(report.at("/inputs/skipped/0")))
        .containsExactly("source", "position", "bytes", "reason");
    assertThat(names(report.get("score")))
        .containsExactly(
            "value", "lowest", "highest", "coverage", "pass", "fail", "muted", "unknown");
    assertThat(names(report.at("/completeness/0")))
        .containsExactly("resource_type", "scope", "state", "reason");
    assertThat(names(report.at("/frameworks/0/controls/0")))
        .containsExactly("control", "requirement", "state", "rules");
    assertThat(names(report.at("/rule_errors/0")))
        .containsExactly("rule_id", "file", "row", "col", "code", "message");
    assertThat(report.at("/completeness/0/state").asText()).isEqualTo("denied");
  }

  @Test
  void scoresAreFractionsWithSixDecimals() throws IOException {
    JsonNode score = report(JsonReport.ofFailures()).get("score");

    assertThat(score.get("value").toString()).isEqualTo("0.5");
    assertThat(text(JsonReport.ofFailures())).contains("\"value\": 0.500000,");
    assertThat(score.get("coverage").asDouble()).isEqualTo(0.5);
    assertThat(score.get("unknown").asInt()).isEqualTo(2);
  }

  @Test
  void aFindingIsDatadogsDocumentWithEvidence() throws IOException {
    JsonNode finding = report(JsonReport.ofFailures()).at("/findings/0");

    assertThat(finding.get("resource_name").asText()).isEqualTo("Deployment/tools/backup");
    assertThat(finding.at("/rule/id").asText()).isEqualTo("pod-privileged");
    assertThat(finding.at("/compliance/evaluation").asText()).isEqualTo("fail");
    assertThat(finding.at("/compliance/framework_requirement_controls/0").asText())
        .isEqualTo("cis-eks/Pod Security/5.2.2");
    assertThat(finding.at("/severity_details/adjusted/score").asInt()).isEqualTo(11);
    assertThat(finding.at("/first_seen_at").asLong()).isEqualTo(1772445600000L);
    assertThat(finding.at("/evidence/0").toString())
        .isEqualTo(
            "{\"path\":\"spec.containers[0].privileged\",\"value\":true,\"expected\":false}");
  }

  @Test
  void theConfigurationIsWrittenForFailuresUnlessAllIsWanted() throws IOException {
    assertThat(report(JsonReport.ofFailures()).at("/findings/0/cloud_resource/configuration/kind"))
        .hasToString("\"Deployment\"");
    assertThat(
            report(JsonReport.ofFailures()).at("/findings/1/cloud_resource").has("configuration"))
        .isFalse();
    assertThat(report(JsonReport.full()).at("/findings/1/cloud_resource").has("configuration"))
        .isTrue();
  }

  @Test
  void aCollectionThatCouldNotBeReadIsUndecidedWithoutAResource() throws IOException {
    JsonNode undecided = report(JsonReport.ofFailures()).get("undecided");

    assertThat(undecided.at("/0/resource_id").asText()).endsWith("/node/n1");
    assertThat(undecided.at("/1/resource_id").isNull()).isTrue();
    assertThat(undecided.at("/1/resource_type").asText()).isEqualTo("aws_eks_cluster");
    assertThat(undecided.at("/1/reason").asText()).isEqualTo("403 Forbidden");
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode report(JsonReport writer) throws IOException {
    return new ObjectMapper().readTree(text(writer));
  }

  private static String text(JsonReport writer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(ExampleResult.result(), out);
    return out.toString(java.nio.charset.StandardCharsets.UTF_8);
  }
}

package dev.kspm.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TableReportTest {
  @Test
  void showsFailuresThenWhatIsOpenThenTheScore() throws IOException {
    assertThat(text(TableReport.plain()))
        .isEqualTo(
            """
            CRITICAL pod-privileged  Containers are not privileged (1 failed, 1 passed)
              Deployment/tools/backup
                  spec.containers[0].privileged = true, expected false

            Could not be decided
              403 Forbidden
                  eks-endpoint-public: aws_eks_cluster
              config.yaml cannot be read
                  kubelet-anonymous-auth: n1

            Could not be read
              aws_eks_cluster in arn:aws:eks:eu-central-1:123456789012:cluster/shop: denied, 403 Forbidden

            Errors of rules
              mine/rule.rego:3:1: rego_parse_error: oops

            Skipped input
              a.json, line 3: unknown kind Widget

            FRAMEWORK      SCORE     PASS     FAIL     SKIP  UNKNOWN   MANUAL
            cis-eks@1.8    50.0%        0        1        0        0        0

            2 resources of 1 type; 1 passed, 1 failed, 2 undecided
            Score 50.0% (between 18.3% and 81.7%), coverage 50.0%
            """);
  }

  @Test
  void coloursAreOnlyForTerminals() throws IOException {
    assertThat(text(TableReport.plain())).doesNotContain("\u001b");
    assertThat(text(TableReport.coloured())).contains("\u001b[1;31mCRITICAL");
  }

  private static String text(TableReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.write(ExampleResult.result(), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}

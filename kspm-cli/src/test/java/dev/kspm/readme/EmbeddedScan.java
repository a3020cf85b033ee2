package dev.kspm.readme;

import dev.kspm.Kspm;
import dev.kspm.ScanResult;
import dev.kspm.connectors.snapshot.SnapshotConnector;
import dev.kspm.evaluation.Verdict;
import dev.kspm.finding.Finding;
import dev.kspm.resource.ResourceConnector;
import dev.kspm.rule.Severity;
import java.nio.file.Path;

/** The program of the README; what stands between the markers is shown there. */
final class EmbeddedScan {
  private EmbeddedScan() {}

  public static void main(String[] args) {
    // README begins
    ResourceConnector cluster = SnapshotConnector.of(Path.of("docs/examples/cluster"));
    ScanResult result = Kspm.builder().addConnector(cluster).framework("cis-eks").build().scan();
    for (Finding finding : result.findings()) {
      if (finding.verdict() == Verdict.FAIL && finding.severity() == Severity.CRITICAL) {
        System.out.println(finding.rule().id() + ": " + finding.resource().name());
      }
    }
    result.score().value().ifPresent(score -> System.out.println("score " + score.rounded(3)));
    // README ends
  }
}

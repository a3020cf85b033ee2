package dev.kspm.reports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReportTest {
  @Test
  void theHeaderIsTheDocumentedColumns() throws IOException {
    assertThat(text().lines().findFirst()).contains(String.join(",", CsvReport.COLUMNS));
  }

  @Test
  void eachFindingAndEachOpenEvaluationHasARow() throws IOException {
    assertThat(rows())
        .extracting(row -> row.getField("evaluation") + " " + row.getField("resource_name"))
        .containsExactly("fail Deployment/tools/backup", "pass '=web", "unknown n1", "unknown ");
  }

  @Test
  void aFindingTellsWhatItRestsOn() throws IOException {
    NamedCsvRecord row = rows().get(0);

    assertThat(row.getField("evidence")).isEqualTo("spec.containers[0].privileged = true (false)");
    assertThat(row.getField("controls")).isEqualTo("cis-eks@1.8 5.2.2");
    assertThat(row.getField("severity")).isEqualTo("critical");
    assertThat(row.getField("first_seen_at")).isEqualTo("2026-03-02T10:00:00Z");
    assertThat(row.getField("finding_id")).isNotEmpty();
  }

  @Test
  void whatIsOpenTellsWhy() throws IOException {
    assertThat(rows().get(3).getField("reason")).isEqualTo("403 Forbidden");
    assertThat(rows().get(3).getField("resource_type")).isEqualTo("aws_eks_cluster");
  }

  @Test
  void noCellStartsAFormula() throws IOException {
    for (NamedCsvRecord row : rows()) {
      assertThat(row.getFields()).noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r-].*"));
    }
  }

  private static List<NamedCsvRecord> rows() throws IOException {
    return CsvReader.builder().ofNamedCsvRecord(text()).stream().toList();
  }

  private static String text() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CsvReport().write(ExampleResult.result(), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}

package dev.kspm.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportDocumentationTest {
  private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

  @Test
  void theColumnsOfCsvAreDocumentedInOrder() throws IOException {
    String page = Files.readString(Path.of("../docs/reports.md"));
    List<String> documented = new ArrayList<>();
    String csv = page.substring(page.indexOf("| column |"));
    csv.lines()
        .skip(2)
        .forEach(
            row -> {
              Matcher name = NAME.matcher(row.split("\\|", -1)[1]);
              while (name.find()) {
                documented.add(name.group(1));
              }
            });

    assertThat(documented).isEqualTo(CsvReport.COLUMNS);
  }
}

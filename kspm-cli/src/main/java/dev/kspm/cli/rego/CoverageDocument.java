package dev.kspm.cli.rego;

import dev.kspm.rego.testing.Coverage;
import dev.kspm.rego.testing.CoverageReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Coverage as opa prints it. */
final class CoverageDocument {
  private CoverageDocument() {}

  static Map<String, Object> of(CoverageReport report) {
    Map<String, Object> files = new LinkedHashMap<>();
    report.files().forEach((name, file) -> files.put(name, file(file)));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("files", files);
    count(document, report.coveredRows(), report.missedRows(), report.percent());
    return document;
  }

  private static Map<String, Object> file(CoverageReport.File file) {
    Map<String, Object> document = new LinkedHashMap<>();
    if (!file.covered().isEmpty()) {
      document.put("covered", file.covered().stream().map(CoverageDocument::range).toList());
    }
    if (!file.missed().isEmpty()) {
      List<Map<String, Object>> missed = new ArrayList<>();
      for (CoverageReport.Missed one : file.missed()) {
        Map<String, Object> range = range(one.range());
        if (!one.kinds().isEmpty()) {
          range.put("kinds", one.kinds());
        }
        missed.add(range);
      }
      document.put("not_covered", missed);
    }
    count(document, file.coveredRows().size(), file.missedRows().size(), file.percent());
    return document;
  }

  private static void count(Map<String, Object> document, int covered, int missed, double percent) {
    if (covered > 0) {
      document.put("covered_lines", covered);
    }
    if (missed > 0) {
      document.put("not_covered_lines", missed);
    }
    if (percent != 0) {
      Object number = percent;
      document.put("coverage", percent == Math.rint(percent) ? (Object) (long) percent : number);
    }
  }

  private static Map<String, Object> range(Coverage.Range range) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("start", place(range.row(), range.column()));
    document.put("end", place(range.endRow(), range.endColumn()));
    return document;
  }

  private static Map<String, Object> place(int row, int column) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("row", row);
    document.put("col", column);
    return document;
  }

  /** The rows that were not run, a stretch in a line. */
  static String missedLines(CoverageReport report) {
    StringBuilder text = new StringBuilder();
    report
        .files()
        .forEach(
            (name, file) -> {
              List<Integer> rows = List.copyOf(file.missedRows());
              for (int i = 0; i < rows.size(); i++) {
                int first = rows.get(i);
                while (i + 1 < rows.size() && rows.get(i + 1) == rows.get(i) + 1) {
                  i++;
                }
                text.append('\t').append(name).append(':').append(first);
                if (rows.get(i) != first) {
                  text.append('-').append(rows.get(i));
                }
                text.append('\n');
              }
            });
    return text.toString();
  }
}

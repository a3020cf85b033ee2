package dev.kspm.rego.testing;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was run and what was not, by file. Immutable and thread-safe. */
public record CoverageReport(Map<String, File> files) {
  public CoverageReport {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /** What was not run, and the kinds of OPA's that say why. */
  public record Missed(Coverage.Range range, List<String> kinds) {
    public Missed {
      kinds = List.copyOf(kinds);
    }
  }

  /** One file. */
  public record File(List<Coverage.Range> covered, List<Missed> missed) {
    public File {
      covered = List.copyOf(covered);
      missed = List.copyOf(missed);
    }

    /** The rows that something was run in. */
    public Set<Integer> coveredRows() {
      Set<Integer> rows = new TreeSet<>();
      covered.forEach(range -> add(rows, range));
      return rows;
    }

    /** The rows that something was not run in; a row may be both. */
    public Set<Integer> missedRows() {
      Set<Integer> rows = new TreeSet<>();
      missed.forEach(one -> add(rows, one.range()));
      return rows;
    }

    private static void add(Set<Integer> rows, Coverage.Range range) {
      for (int row = range.row(); row <= range.endRow(); row++) {
        rows.add(row);
      }
    }

    /** In percent. */
    public double percent() {
      return CoverageReport.percent(coveredRows().size(), missedRows().size());
    }
  }

  public int coveredRows() {
    return files.values().stream().mapToInt(file -> file.coveredRows().size()).sum();
  }

  public int missedRows() {
    return files.values().stream().mapToInt(file -> file.missedRows().size()).sum();
  }

  /** In percent. */
  public double percent() {
    return percent(coveredRows(), missedRows());
  }

  private static double percent(int covered, int missed) {
    return covered + missed == 0 ? 0 : 100.0 * covered / (covered + missed);
  }
}

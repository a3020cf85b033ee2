package dev.kspm.rego.testing;

import dev.kspm.rego.EvaluationEvent;
import dev.kspm.rego.EvaluationListener;
import dev.kspm.rego.SessionOptions;
import dev.kspm.rego.SyntaxTree;
import dev.kspm.rego.diagnostic.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which rules and expressions were run. Not thread-safe: belongs to the sessions that tell it.
 *
 * <p>An evaluation may be run once more for each {@link Kind}, so that the report says why
 * something was not run.
 */
public final class Coverage implements EvaluationListener {
  private final Map<String, Set<Range>> hits = new TreeMap<>();
  private final Map<Kind, Coverage> others = new EnumMap<>(Kind.class);

  /** Why something was not run although it could have been. */
  public enum Kind {
    /** The rule index left the rule out. */
    INDEX_EXCLUDED("index_excluded"),
    /** Another rule had given the value before. */
    EARLY_EXIT("early_exit");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** As OPA writes it. */
    public String label() {
      return label;
    }

    /** What an evaluation is told so that it runs what this kind would leave out. */
    public SessionOptions apply(SessionOptions options) {
      return this == INDEX_EXCLUDED ? options.withIndexing(false) : options.withEarlyExit(false);
    }
  }

  private Coverage() {}

  /** A coverage that annotates what was not run with some kinds. */
  public static Coverage of(Collection<Kind> kinds) {
    Coverage coverage = new Coverage();
    new TreeSet<>(kinds).forEach(kind -> coverage.others.put(kind, new Coverage()));
    return coverage;
  }

  /** The kinds that it annotates. */
  public List<Kind> kinds() {
    return List.copyOf(others.keySet());
  }

  /** What takes the events of the further evaluation for a kind. */
  public Coverage of(Kind kind) {
    return java.util.Objects.requireNonNull(others.get(kind), kind.name());
  }

  @Override
  public void event(EvaluationEvent event) {
    boolean hit =
        event.kind() == EvaluationEvent.Kind.EVAL && event.isOfExpression()
            || event.kind() == EvaluationEvent.Kind.EXIT && event.isOfRule();
    if (hit) {
      Span span = event.coveredSpan();
      if (!span.file().isEmpty()) {
        hits.computeIfAbsent(span.file(), unused -> new TreeSet<>()).add(Range.of(span));
      }
    }
  }

  /** The report on some modules, as they were parsed. */
  public CoverageReport report(List<SyntaxTree> modules) {
    Map<String, Set<Range>> missed = new TreeMap<>();
    for (SyntaxTree module : modules) {
      for (Span span : module.coverable()) {
        Set<Range> hit = hits.getOrDefault(span.file(), Set.of());
        if (!hit.contains(Range.of(span))) {
          missed.computeIfAbsent(span.file(), unused -> new TreeSet<>()).add(Range.of(span));
        }
      }
    }
    Set<String> files = new TreeSet<>(hits.keySet());
    files.addAll(missed.keySet());
    Map<String, CoverageReport.File> reports = new TreeMap<>();
    for (String file : files) {
      List<CoverageReport.Missed> left = new ArrayList<>();
      for (Range range : missed.getOrDefault(file, Set.of())) {
        List<String> kinds = new ArrayList<>();
        others.forEach(
            (kind, coverage) -> {
              if (coverage.hits.getOrDefault(file, Set.of()).contains(range)) {
                kinds.add(kind.label());
              }
            });
        left.add(new CoverageReport.Missed(range, kinds));
      }
      List<Range> covered = List.copyOf(hits.getOrDefault(file, Set.of()));
      reports.put(file, new CoverageReport.File(covered, left));
    }
    return new CoverageReport(reports);
  }

  /** A stretch of a file; the end is the place after its last character. */
  public record Range(int row, int column, int endRow, int endColumn) implements Comparable<Range> {
    static Range of(Span span) {
      String text = span.text();
      int lastLine = text.lastIndexOf('\n');
      int rows = (int) text.chars().filter(c -> c == '\n').count();
      int width = text.codePointCount(lastLine + 1, text.length());
      return new Range(
          span.row(),
          span.column(),
          span.row() + rows,
          rows == 0 ? span.column() + width : width + 1);
    }

    @Override
    public int compareTo(Range other) {
      int order = Integer.compare(row, other.row);
      order = order != 0 ? order : Integer.compare(column, other.column);
      order = order != 0 ? order : Integer.compare(endRow, other.endRow);
      return order != 0 ? order : Integer.compare(endColumn, other.endColumn);
    }
  }
}

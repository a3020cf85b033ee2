package dev.kspm.cli.rego;

import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.diagnostic.Span;

/**
 * The line that an error is shown on.
 *
 * @param text the line without its end
 * @param index where in it the caret goes, counted in bytes from 0
 */
record SourceLine(String text, int index) {
  /** The line of a place; an error at the end of a text is shown on the last line that has text. */
  static SourceLine of(Span span) {
    SourceText source = span.source();
    int row = span.row();
    String line = source.line(row);
    if (span.column() > 0) {
      return new SourceLine(line, span.column() - 1);
    }
    while (row > 1 && line.isBlank()) {
      row--;
      line = source.line(row);
    }
    return new SourceLine(line, Math.max(0, line.length() - 1));
  }
}

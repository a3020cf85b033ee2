package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.diagnostic.SourceLine;
import dev.kspm.rego.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/**
 * A diagnostic to be: most complaints are forgotten when another reading of the text fits, so the
 * source line is looked up only in the end.
 */
record Complaint(String message, Span span, boolean showsLine) {
  static final String CODE = "rego_parse_error";

  /**
   * The diagnostic.
   *
   * @param before the one before it, whose line is shared if it is of the same place: a text nested
   *     thousands of times has as many complaints about one long line
   * @param withLine whether to show the line if this is a complaint that shows one
   */
  Diagnostic diagnostic(@Nullable Diagnostic before, boolean withLine) {
    if (!showsLine || !withLine) {
      return new Diagnostic(CODE, message, span);
    }
    if (before != null && before.span().start() == span.start() && !before.details().isEmpty()) {
      return new Diagnostic(CODE, message, span, before.details()).withData(before.data());
    }
    SourceLine line = SourceLine.of(span);
    return new Diagnostic(CODE, message, span, line.lines()).withData(line.data());
  }
}

package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.diagnostic.SourceLine;
import dev.kspm.rego.diagnostic.Span;

/**
 * A diagnostic to be: most complaints are forgotten when another reading of the text fits, so the
 * source line is looked up only in the end.
 */
record Complaint(String message, Span span, boolean showsLine) {
  static final String CODE = "rego_parse_error";

  Diagnostic diagnostic() {
    if (!showsLine) {
      return new Diagnostic(CODE, message, span);
    }
    return new Diagnostic(CODE, message, span, SourceLine.of(span).lines());
  }
}

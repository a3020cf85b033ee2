package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;
import java.util.List;

/**
 * A template string. Its parts are literal text and constants as {@link Scalar}, everything else as
 * {@link Expr}.
 *
 * @param multiLine whether it was written with backticks
 */
public record TemplateString(List<TemplatePart> parts, boolean multiLine, Span span)
    implements Term {
  public TemplateString {
    parts = List.copyOf(parts);
  }

  @Override
  public String toString() {
    return AstText.of(this);
  }
}

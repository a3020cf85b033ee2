package dev.kspm.rego.diagnostic;

import java.util.List;

/**
 * One thing that is wrong with a policy, with OPA's code and wording.
 *
 * @param code empty, {@code rego_parse_error}, {@code rego_compile_error}, {@code rego_type_error},
 *     {@code rego_unsafe_var_error}, {@code rego_recursion_error} …
 * @param message OPA's text
 * @param span where; {@link Span#NONE} when nowhere in particular
 * @param details further lines, such as what a function has and wants; may be empty
 */
public record Diagnostic(String code, String message, Span span, List<String> details) {
  public Diagnostic {
    details = List.copyOf(details);
  }

  public Diagnostic(String code, String message, Span span) {
    this(code, message, span, List.of());
  }

  /** {@code FILE:ROW: CODE: MESSAGE} with the details as indented lines, as OPA prints it. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    if (span.row() > 0 || !span.file().isEmpty()) {
      out.append(
              span.file().isEmpty()
                  ? span.row() + ":" + span.column()
                  : span.file() + ":" + span.row())
          .append(": ");
    }
    out.append(code).append(code.isEmpty() ? "" : ": ").append(message);
    for (String detail : details) {
      out.append("\n\t").append(detail);
    }
    return out.toString();
  }
}

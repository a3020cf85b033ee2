package dev.kspm.rego.diagnostic;

import dev.kspm.rego.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that is wrong with a policy, with OPA's code and wording. Immutable and thread-safe.
 *
 * @param code empty, {@code rego_parse_error}, {@code rego_compile_error}, {@code rego_type_error},
 *     {@code rego_unsafe_var_error}, {@code rego_recursion_error} …
 * @param message OPA's text
 * @param span where; {@link Span#NONE} when nowhere in particular
 * @param details further lines, such as what a function has and wants; may be empty
 * @param data the details for a program, as in the member {@code details} of OPA's JSON and in its
 *     order; may be empty
 * @param hint advice of ours to a person, such as the name that was probably meant; not part of
 *     OPA's texts, and empty where there is none
 */
public record Diagnostic(
    String code,
    String message,
    Span span,
    List<String> details,
    Map<String, Value> data,
    String hint) {
  public Diagnostic {
    details = List.copyOf(details);
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }

  public Diagnostic(String code, String message, Span span) {
    this(code, message, span, List.of());
  }

  public Diagnostic(String code, String message, Span span, List<String> details) {
    this(code, message, span, details, Map.of(), "");
  }

  /** The same with details for a program. */
  public Diagnostic withData(Map<String, Value> more) {
    return new Diagnostic(code, message, span, details, more, hint);
  }

  /** The same with advice to a person. */
  public Diagnostic withHint(String advice) {
    return new Diagnostic(code, message, span, details, data, advice);
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

package dev.kspm.rego.policy;

import dev.kspm.rego.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation that ended with an error of the policy's own making: a conflict, a wrong type or a
 * builtin's error under strict builtin errors.
 */
public final class EvalError extends RegoException {
  private static final long serialVersionUID = 1L;

  /** Codes of OPA. */
  public static final String CONFLICT = "eval_conflict_error";

  public static final String TYPE = "eval_type_error";
  public static final String BUILTIN = "eval_builtin_error";
  public static final String INTERNAL = "eval_internal_error";
  public static final String WITH_MERGE = "eval_with_merge_error";

  private final String code;
  private final String text;
  private final transient Span span;

  public EvalError(String code, String text, Span span, @Nullable Throwable cause) {
    super(
        (span.row() > 0
                ? (span.file().isEmpty()
                        ? span.row() + ":" + span.column()
                        : span.file() + ":" + span.row())
                    + ": "
                : "")
            + code
            + ": "
            + text,
        cause);
    this.code = code;
    this.text = text;
    this.span = span;
  }

  public String code() {
    return code;
  }

  /** The message without place and code. */
  public String text() {
    return text;
  }

  public Span span() {
    return span;
  }
}

package dev.kspm.rego.policy;

import dev.kspm.rego.diagnostic.Span;
import java.util.List;
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
  private final transient List<Place> places;

  /**
   * A body that was open when the error happened, and the expression that it had come to; OPA's
   * {@code stack_trace}.
   */
  public record Place(int query, Span span) {}

  public EvalError(String code, String text, Span span, @Nullable Throwable cause) {
    this(code, text, span, cause, List.of());
  }

  private EvalError(
      String code, String text, Span span, @Nullable Throwable cause, List<Place> places) {
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
    this.places = List.copyOf(places);
  }

  /** This error with the bodies that it happened in. */
  public EvalError at(List<Place> newPlaces) {
    return new EvalError(code, text, span, getCause(), newPlaces);
  }

  /** The open bodies, the innermost first; empty unless error stacks were asked for. */
  public List<Place> places() {
    return places;
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

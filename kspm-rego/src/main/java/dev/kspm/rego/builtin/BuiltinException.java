package dev.kspm.rego.builtin;

import dev.kspm.rego.value.Value;
import dev.kspm.rego.value.ValueType;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A builtin's refusal. Without strict builtin errors it makes the expression undefined; with them
 * it ends the evaluation as {@code CODE: NAME: MESSAGE}. It has no stack trace: it is a value on
 * its way out.
 */
public final class BuiltinException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean typeError;
  private final boolean conflict;

  private BuiltinException(
      boolean typeError,
      boolean conflict,
      String message,
      @org.jspecify.annotations.Nullable Throwable cause) {
    super(message, cause, false, false);
    this.typeError = typeError;
    this.conflict = conflict;
  }

  /** A failure of the builtin's work ({@code eval_builtin_error}). */
  public static BuiltinException failed(String message) {
    return new BuiltinException(false, false, message, null);
  }

  /** A failure with its cause. */
  public static BuiltinException failed(String message, Throwable cause) {
    return new BuiltinException(false, false, message, cause);
  }

  /** Arguments of a wrong type ({@code eval_type_error}) with a message of its own. */
  public static BuiltinException type(String message) {
    return new BuiltinException(true, false, message, null);
  }

  /**
   * A conflict ({@code eval_conflict_error}), which ends the evaluation also without strict builtin
   * errors.
   */
  public static BuiltinException conflict(String message) {
    return new BuiltinException(false, true, message, null);
  }

  /** {@code operand N must be T but got U}, or {@code must be one of {T, …} but got U}. */
  public static BuiltinException operand(int position, Value got, ValueType... wanted) {
    String names =
        Arrays.stream(wanted).map(ValueType::regoName).sorted().collect(Collectors.joining(", "));
    String must = wanted.length == 1 ? names : "one of {" + names + "}";
    return type("operand " + position + " must be " + must + " but got " + got.type().regoName());
  }

  /** Whether this ends the evaluation in any case; the message stands alone then. */
  public boolean isConflict() {
    return conflict;
  }

  /** Whether the code is {@code eval_type_error} rather than {@code eval_builtin_error}. */
  public boolean isTypeError() {
    return typeError;
  }
}

package dev.kspm.rego.policy;

/**
 * The root of everything that the engine throws: {@link LoadException} and {@link CompileException}
 * before, {@link EvalError}, {@link LimitExceeded} and {@link Cancelled} during an evaluation,
 * {@link DataException} for JSON and YAML that cannot be read.
 */
public abstract sealed class RegoException extends RuntimeException
    permits LoadException, CompileException, EvalError, LimitExceeded, Cancelled, DataException {
  private static final long serialVersionUID = 1L;

  RegoException(String message, @org.jspecify.annotations.Nullable Throwable cause) {
    super(message, cause);
  }
}

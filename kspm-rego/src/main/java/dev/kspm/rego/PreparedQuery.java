package dev.kspm.rego;

import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** A query, compiled. Immutable and thread-safe. */
public interface PreparedQuery {
  /**
   * Evaluates the query in a session of its own.
   *
   * @param input the input document, or {@code null} for none
   * @throws dev.kspm.rego.policy.EvalError when the policy's evaluation ends with an error
   * @throws dev.kspm.rego.policy.LimitExceeded when it costs more than the limits grant
   */
  QueryResult evaluate(@Nullable Value input);

  /** Evaluates with no input. */
  default QueryResult evaluate() {
    return evaluate(null);
  }

  /** Evaluates in a session of its own with options. */
  QueryResult evaluate(@Nullable Value input, SessionOptions options);
}

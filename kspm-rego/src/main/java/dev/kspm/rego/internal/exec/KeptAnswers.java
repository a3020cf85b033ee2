package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** Answers of builtins that are not deterministic, kept beyond a session. */
public interface KeptAnswers {
  /** The answer to a call, {@code null} when none is kept. */
  @Nullable Value get(String builtin, ArrayValue args);

  /** Keeps the answer to a call. */
  void put(String builtin, ArrayValue args, Value answer);
}

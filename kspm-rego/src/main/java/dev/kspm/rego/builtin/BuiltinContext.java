package dev.kspm.rego.builtin;

import dev.kspm.rego.policy.EvaluationLimits;
import java.util.function.Supplier;

/** What a builtin sees of the session that calls it; belongs to the session's thread. */
public interface BuiltinContext {
  /**
   * Counts work that is about to be done, and looks for cancellation and the deadline. Long
   * builtins call it at least once for each thousand elements or 64 KiB.
   *
   * @throws dev.kspm.rego.policy.LimitExceeded when the steps or the time are used up
   * @throws dev.kspm.rego.policy.Cancelled when another thread asked to stop
   */
  void work(long steps);

  /**
   * Counts cells that are about to be built: one for each element, and one for each 64 bytes of
   * text.
   *
   * @throws dev.kspm.rego.policy.LimitExceeded when the cells are used up
   */
  void build(long cells);

  /** The clock of the session in nanoseconds since 1970, the same for its whole life. */
  long nowNanos();

  EvaluationLimits limits();

  /** A value that is computed once in a session; {@code key} should hold the builtin's name. */
  <T> T cached(Object key, Supplier<T> compute);

  /**
   * A value that depends on the key alone, such as a compiled pattern; it may serve other sessions
   * and threads, so it must be immutable.
   */
  default <T> T shared(Object key, Supplier<T> compute) {
    return cached(key, compute);
  }

  /** Takes a line of {@code print} or {@code trace}. */
  void print(String line);
}

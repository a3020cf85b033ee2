package dev.kspm.rego;

import dev.kspm.rego.policy.LimitExceeded;
import dev.kspm.rego.policy.RegoException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Repeats work that did not fit the caller's stack on a thread with a large one, which ends with
 * it.
 */
final class DeepStack {
  private static final long BYTES = 512L << 20;

  private DeepStack() {}

  static <T> @Nullable T call(Supplier<@Nullable T> work) {
    FutureTask<@Nullable T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(null, task, "kspm-rego-deep", BYTES);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw unwrap(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException unwrap(@Nullable Throwable cause) {
    if (cause instanceof RegoException expected) {
      return expected;
    } else if (cause instanceof StackOverflowError) {
      return new LimitExceeded(LimitExceeded.Limit.DEPTH, "evaluation is nested too deeply");
    } else if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException other ? other : new IllegalStateException(cause);
  }
}

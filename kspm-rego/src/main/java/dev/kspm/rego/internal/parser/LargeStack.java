package dev.kspm.rego.internal.parser;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Does work on a thread with a large stack, which ends with it. */
public final class LargeStack {
  private LargeStack() {}

  /**
   * Waits for the work, also when interrupted meanwhile; the interrupt is kept.
   *
   * @param bytes of the stack; only what is touched is memory
   * @throws StackOverflowError when it does not fit either, as anything else unchecked that the
   *     work throws
   */
  public static <T extends @Nullable Object> T call(String thread, long bytes, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread large = new Thread(null, task, thread, bytes);
    large.setDaemon(true);
    large.start();
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
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      } else if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

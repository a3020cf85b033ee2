package dev.kspm.rego.internal.parser;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads a text on the stack of the caller, and once more from the beginning on a thread with a
 * large one, which ends with it, if the text is nested so deeply.
 */
final class DeepText {
  /** Enough for the depth at which the parser gives up; only what is touched is memory. */
  private static final long STACK_BYTES = 1L << 30;

  private DeepText() {}

  /**
   * Gives what the reading gives.
   *
   * @param reading takes whether it must stay shallow
   * @param otherwise what to give for a text that does not fit the large stack either
   */
  static <T> T read(Function<Boolean, T> reading, Supplier<T> otherwise) {
    try {
      return reading.apply(true);
    } catch (TooDeep | StackOverflowError e) {
      // Bodies in bodies and links of an else chain count as no depth and take stack all the same.
      return onLargeStack(reading, otherwise);
    }
  }

  private static <T> T onLargeStack(Function<Boolean, T> reading, Supplier<T> otherwise) {
    FutureTask<T> task = new FutureTask<>(() -> reading.apply(false));
    Thread thread = new Thread(null, task, "kspm-rego-parser", STACK_BYTES);
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
      if (e.getCause() instanceof StackOverflowError) {
        return otherwise.get();
      } else if (e.getCause() instanceof RuntimeException unchecked) {
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

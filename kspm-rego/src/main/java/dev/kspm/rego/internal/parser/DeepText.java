package dev.kspm.rego.internal.parser;

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
    try {
      return LargeStack.call("kspm-rego-parser", STACK_BYTES, () -> reading.apply(false));
    } catch (StackOverflowError e) {
      return otherwise.get();
    }
  }
}

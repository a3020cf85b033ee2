package dev.kspm.rego;

import dev.kspm.rego.internal.parser.LargeStack;
import dev.kspm.rego.policy.LimitExceeded;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Repeats work that did not fit the caller's stack on a large one. */
final class DeepStack {
  private static final long BYTES = 512L << 20;

  private DeepStack() {}

  static <T> @Nullable T call(Supplier<@Nullable T> work) {
    try {
      return LargeStack.<@Nullable T>call("kspm-rego-deep", BYTES, work::get);
    } catch (StackOverflowError e) {
      throw new LimitExceeded(LimitExceeded.Limit.DEPTH, "evaluation is nested too deeply");
    }
  }
}

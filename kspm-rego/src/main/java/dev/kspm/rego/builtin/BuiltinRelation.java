package dev.kspm.rego.builtin;

import dev.kspm.rego.value.Value;
import java.util.function.Predicate;

/** What a builtin with many results does. */
@FunctionalInterface
public interface BuiltinRelation {
  /**
   * Gives every result to a consumer.
   *
   * @param context the session; not to be kept
   * @param args the arguments; not to be kept or changed
   * @param results takes one result; {@code false} asks for no more
   * @throws BuiltinException when the arguments are wrong or the work fails
   */
  void call(BuiltinContext context, Value[] args, Predicate<Value> results);

  /**
   * Like {@link #call} for a caller that needs only results which are arrays with a known first
   * element; others may be given too.
   */
  default void callWithFirst(
      BuiltinContext context, Value[] args, Value first, Predicate<Value> results) {
    call(context, args, results);
  }
}

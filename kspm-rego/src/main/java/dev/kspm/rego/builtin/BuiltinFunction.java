package dev.kspm.rego.builtin;

import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** What a builtin with at most one result does. */
@FunctionalInterface
public interface BuiltinFunction {
  /**
   * Calls the builtin.
   *
   * @param context the session; not to be kept
   * @param args the arguments, as many as the descriptor says; not to be kept or changed
   * @return the result, or {@code null} when it is undefined
   * @throws BuiltinException when the arguments are wrong or the work fails
   */
  @Nullable Value call(BuiltinContext context, Value[] args);
}

package dev.kspm.rego.internal.exec;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.value.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls of functions and builtins, or of what {@code with} put in their place; the same for every
 * executor.
 */
final class Calls {
  private Calls() {}

  /** Calls a builtin with at most one result. */
  static @Nullable Value builtin(Run run, Builtin.OfFunction builtin, Value[] args, Span span) {
    if (!run.world.replacements.isEmpty()) {
      Replacement replacement = run.world.replacements.get(builtin.descriptor().name());
      if (replacement != null) {
        return replaced(run, replacement, args, span);
      }
    }
    return run.call(builtin, args, span);
  }

  /** Calls a function of the policy. */
  static @Nullable Value function(Run run, RuleRuntime function, Value[] args, Span span) {
    World world = run.world;
    if (!world.replacements.isEmpty() || !world.replaced.isEmpty()) {
      Replacement replacement = world.replacements.get(function.rules().name());
      if (replacement != null) {
        return replaced(run, replacement, args, span);
      }
      if (world.hides(function.rules().path())) {
        return null;
      }
    }
    return function.call(run, args);
  }

  /** Calls the replacement; inside it nothing is replaced. */
  private static @Nullable Value replaced(
      Run run, Replacement replacement, Value[] args, Span span) {
    if (replacement.value() != null) {
      return replacement.value();
    }
    World outer = run.world;
    run.world =
        new World(
            outer,
            outer.input,
            outer.data,
            outer.replaced,
            Map.of(),
            false,
            List.of(),
            outer.replacements);
    try {
      if (replacement.function() != null) {
        return replacement.function().call(run, args);
      }
      return replacement.builtin() instanceof Builtin.OfFunction builtin
          ? run.call(builtin, args, span)
          : null;
    } finally {
      run.world = outer;
    }
  }
}

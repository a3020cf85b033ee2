package dev.kspm.rego.internal.exec;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.value.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls of what {@code with} put in the place of a function or builtin. */
final class Replacements {
  private Replacements() {}

  /** Calls the replacement; inside it nothing is replaced. */
  static @Nullable Value call(Run run, Replacement replacement, Value[] args, Span span) {
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

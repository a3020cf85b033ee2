package dev.kspm.rego.internal.exec;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.value.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls of what {@code with} put in the place of a function or builtin. */
final class Replacements {
  private Replacements() {}

  /** Calls the replacement; inside it the replaced function is itself again. */
  static @Nullable Value call(
      Run run, String replaced, Replacement replacement, Value[] args, Span span) {
    if (replacement.value() != null) {
      return replacement.value();
    }
    World outer = run.world;
    Map<String, Replacement> others = new HashMap<>(outer.replacements);
    others.remove(replaced);
    run.world =
        new World(
            outer,
            outer.input,
            outer.data,
            outer.replaced,
            others,
            false,
            java.util.List.of(),
            Map.of(replaced, replacement));
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

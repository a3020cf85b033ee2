package dev.kspm.rego.differential;

import dev.kspm.rego.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What parsing and compiling a module gives.
 *
 * @param tree the syntax tree with places, {@code null} when there is none
 * @param errors in order, each {@code code: message @row:col} and the lines of its details
 */
record Verdict(@Nullable Value tree, List<String> errors) {
  /** The four ways of checking a module. */
  static final List<String> MODES = List.of("v0", "v0_strict", "v1", "v1_strict");

  Verdict {
    errors = List.copyOf(errors);
  }
}

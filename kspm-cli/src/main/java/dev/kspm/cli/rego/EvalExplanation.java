package dev.kspm.cli.rego;

import dev.kspm.rego.testing.Explanation;
import java.util.Locale;

/** How much of an evaluation is told, named as opa names it. */
enum EvalExplanation {
  off,
  full,
  notes,
  fails,
  debug;

  Explanation explanation() {
    return Explanation.valueOf(name().toUpperCase(Locale.ROOT));
  }
}

package dev.kspm.cli.rego;

import dev.kspm.rego.testing.Explanation;
import java.util.Locale;

/** How much of a failed test is explained, named as opa names it. */
enum TestExplanation {
  fails,
  full,
  notes,
  debug;

  Explanation explanation() {
    return Explanation.valueOf(name().toUpperCase(Locale.ROOT));
  }
}

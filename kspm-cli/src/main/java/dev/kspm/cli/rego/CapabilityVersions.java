package dev.kspm.cli.rego;

import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** What versions of opa offer. */
final class CapabilityVersions {
  /** The version whose language this is. */
  static final String CURRENT = "v1.22.2";

  private CapabilityVersions() {}

  /** What a version offers, or {@code null} for one that is not known. */
  static @Nullable ObjectValue find(String version) {
    return version.equals(CURRENT)
        ? RegoEngine.builder().allBuiltins().build().capabilities()
        : null;
  }
}

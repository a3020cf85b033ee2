package dev.kspm.rego;

import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.policy.RegoVersion;

/**
 * The text of one module. Immutable.
 *
 * @param text with the name that messages show
 * @param version the language it is written in
 */
public record PolicySource(SourceText text, RegoVersion version) {
  /** A module in today's language. */
  public static PolicySource of(String name, String text) {
    return new PolicySource(SourceText.of(name, text), RegoVersion.V1);
  }

  /** A module in the language before OPA 1.0. */
  public static PolicySource v0(String name, String text) {
    return new PolicySource(SourceText.of(name, text), RegoVersion.V0);
  }
}

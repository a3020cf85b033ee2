package dev.kspm.rego;

import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.policy.RegoVersion;
import java.util.Set;

/**
 * The text of one module. Immutable.
 *
 * @param text with the name that messages show
 * @param version the language it is written in
 * @param futureKeywords words of {@code future.keywords}, such as {@code not}, that hold in it
 *     without an import
 */
public record PolicySource(SourceText text, RegoVersion version, Set<String> futureKeywords) {
  public PolicySource {
    futureKeywords = Set.copyOf(futureKeywords);
  }

  /** A module in which only that holds which it imports. */
  public PolicySource(SourceText text, RegoVersion version) {
    this(text, version, Set.of());
  }

  /** A module in today's language. */
  public static PolicySource of(String name, String text) {
    return new PolicySource(SourceText.of(name, text), RegoVersion.V1);
  }

  /** A module in the language before OPA 1.0. */
  public static PolicySource v0(String name, String text) {
    return new PolicySource(SourceText.of(name, text), RegoVersion.V0);
  }

  /** This module with words of {@code future.keywords} that hold as if it imported them. */
  public PolicySource withFutureKeywords(Set<String> words) {
    return new PolicySource(text, version, words);
  }
}

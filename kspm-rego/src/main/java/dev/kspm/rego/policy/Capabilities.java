package dev.kspm.rego.policy;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which builtins and features a policy may use. Immutable and thread-safe.
 *
 * @param builtins names of the builtins that may be called; a call of another one is a compile
 *     error
 * @param features such as {@code keywords_in_refs}, {@code template_strings}
 * @param futureKeywords keywords that may be imported, such as {@code not}
 * @param allowedHosts hosts that builtins may reach, empty for none
 */
public record Capabilities(
    Set<String> builtins,
    Set<String> features,
    Set<String> futureKeywords,
    Set<String> allowedHosts) {
  /** The features of OPA v1.22. */
  public static final Set<String> ALL_FEATURES =
      Set.of("keywords_in_refs", "rego_v1", "rego_v2", "rego_v2_import", "template_strings");

  /** The keywords of OPA v1.22 that need an import. */
  public static final Set<String> ALL_FUTURE_KEYWORDS = Set.of("and", "not", "or");

  /** Builtins that reach the network, the environment, randomness or files: never on by default. */
  public static final Set<String> REACHING_OUT =
      Set.of("http.send", "net.lookup_ip_addr", "opa.runtime", "rand.intn", "uuid.rfc4122");

  public Capabilities {
    builtins = Set.copyOf(builtins);
    features = Set.copyOf(features);
    futureKeywords = Set.copyOf(futureKeywords);
    allowedHosts = Set.copyOf(allowedHosts);
  }

  /** These capabilities and some more builtins. */
  public Capabilities withBuiltins(Set<String> more) {
    Set<String> all = new TreeSet<>(builtins);
    all.addAll(more);
    return new Capabilities(all, features, futureKeywords, allowedHosts);
  }

  /** These capabilities without some builtins. */
  public Capabilities withoutBuiltins(Set<String> fewer) {
    Set<String> left = new TreeSet<>(builtins);
    left.removeAll(fewer);
    return new Capabilities(left, features, futureKeywords, allowedHosts);
  }
}

package dev.kspm.rego.policy;

/**
 * How YAML is read. Immutable and thread-safe.
 *
 * @param schema what a plain scalar means
 * @param refuseDuplicateKeys whether a key that occurs twice in a mapping is an error; otherwise
 *     the last one wins
 * @param maxDepth how many sequences and mappings may be open at once
 * @param maxAliasedNodes how many nodes all aliases together may stand for
 */
public record YamlOptions(
    Schema schema, boolean refuseDuplicateKeys, int maxDepth, long maxAliasedNodes) {
  /** What a plain scalar means. */
  public enum Schema {
    /** YAML 1.2's: {@code yes} is a string. OPA reads so. */
    CORE,
    /**
     * YAML 1.1's truth values: {@code yes}, {@code on} and {@code y} are true. Kubernetes reads so.
     */
    KUBERNETES
  }

  /** As {@code yaml.unmarshal} of OPA: the last key wins. */
  public static final YamlOptions OPA = new YamlOptions(Schema.CORE, false, 10_000, 1_000_000);

  /** As Kubernetes, a key that occurs twice being an error. */
  public static final YamlOptions KUBERNETES =
      new YamlOptions(Schema.KUBERNETES, true, 10_000, 1_000_000);

  public YamlOptions withMaxDepth(int wanted) {
    return new YamlOptions(schema, refuseDuplicateKeys, wanted, maxAliasedNodes);
  }

  public YamlOptions withMaxAliasedNodes(long wanted) {
    return new YamlOptions(schema, refuseDuplicateKeys, maxDepth, wanted);
  }
}

package dev.kspm.resource;

/**
 * One edge from a resource to another. Immutable and thread-safe.
 *
 * @param kind what the other is to this one: {@code owner}, {@code cluster}, {@code node}, {@code
 *     service_account}, {@code role} …
 * @param target the key of the other, which need not be in the snapshot
 */
public record Relation(String kind, ResourceKey target) implements Comparable<Relation> {
  @Override
  public int compareTo(Relation other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : target.compareTo(other.target);
  }
}

package dev.kspm.resource;

import java.util.Locale;
import java.util.Optional;

/**
 * What a resource is known by, the same from scan to scan: an ARN, an ARM id in lower case, or a
 * place in a cluster. Immutable and thread-safe; equal when the text is.
 */
public final class ResourceKey implements Comparable<ResourceKey> {
  /** How the group of the core API is written, whose real name is empty. */
  public static final String CORE_GROUP = "core";

  private final Optional<String> cluster;
  private final String local;
  private final String value;

  private ResourceKey(Optional<String> cluster, String local) {
    this.cluster = cluster;
    this.local = local;
    this.value = cluster.isEmpty() ? local : cluster.get() + "/" + local;
  }

  /** A key that stands alone, taken as it is. */
  public static ResourceKey of(String key) {
    return new ResourceKey(Optional.empty(), key);
  }

  /** The key of an AWS resource. */
  public static ResourceKey arn(String arn) {
    return of(arn);
  }

  /** The key of an Azure resource; ARM ids do not distinguish case. */
  public static ResourceKey arm(String id) {
    return of(id.toLowerCase(Locale.ROOT));
  }

  /**
   * The key of an object of the Kubernetes API: {@code
   * <cluster>/<group>/<Kind>/<namespace>/<name>}.
   *
   * @param group without version; empty for the core API
   * @param namespace empty for objects without one, which leaves its place empty
   */
  public static ResourceKey object(
      String cluster, String group, String kind, String namespace, String name) {
    String shown = group.isEmpty() ? CORE_GROUP : group;
    return new ResourceKey(Optional.of(cluster), shown + "/" + kind + "/" + namespace + "/" + name);
  }

  /** The key of a node seen from its host: {@code <cluster>/node/<name>}. */
  public static ResourceKey node(String cluster, String name) {
    return new ResourceKey(Optional.of(cluster), "node/" + name);
  }

  /** A key of another kind in a cluster. */
  public static ResourceKey inCluster(String cluster, String local) {
    return new ResourceKey(Optional.of(cluster), local);
  }

  /** The identity of the cluster that the rest is relative to; empty for keys that stand alone. */
  public Optional<String> cluster() {
    return cluster;
  }

  /** The ARN or ARM id, or the part behind the cluster. */
  public String local() {
    return local;
  }

  /** This key in a cluster that turned out to have another identity; keys that stand alone stay. */
  public ResourceKey movedTo(String identity) {
    return cluster.isEmpty() ? this : new ResourceKey(Optional.of(identity), local);
  }

  /** The text of this key. */
  public String value() {
    return value;
  }

  @Override
  public int compareTo(ResourceKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResourceKey that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}

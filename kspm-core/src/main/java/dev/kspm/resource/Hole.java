package dev.kspm.resource;

import dev.kspm.rego.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * Something that could not be read, or not completely. Immutable and thread-safe.
 *
 * <p>A hole is a path in the input of a rule: the collection of a type in a scope ({@code
 * input.resources.<type>}), or a path inside one document of it. A verdict that could depend on it
 * is {@code UNKNOWN}.
 *
 * @param scope the cluster or account that is meant, as {@link Resource#cluster} and {@link
 *     Resource#account} have them; {@link #EVERYWHERE} for all
 * @param resourceType the type of the collection
 * @param document the {@link Resource#objectKey} of the document; empty when the collection itself
 *     may lack members
 * @param path keys from the document's root to what is missing; empty when nothing of the document
 *     is certain
 * @param reason why, for people: {@code 403 Forbidden}, {@code file cannot be read}
 */
public record Hole(
    String scope,
    String resourceType,
    Optional<ResourceKey> document,
    List<Value> path,
    String reason) {
  /** The scope that matches every cluster and account. */
  public static final String EVERYWHERE = "*";

  public Hole {
    path = List.copyOf(path);
  }

  /** A collection that may lack members. */
  public static Hole collection(String scope, String resourceType, String reason) {
    return new Hole(scope, resourceType, Optional.empty(), List.of(), reason);
  }

  /** A place inside one document. */
  public static Hole inDocument(Resource resource, List<Value> path, String reason) {
    return new Hole(
        resource.cluster().or(resource::account).orElse(EVERYWHERE),
        resource.type(),
        Optional.of(resource.objectKey()),
        path,
        reason);
  }
}

package dev.kspm.resource;

import dev.kspm.rego.value.ObjectValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One thing that rules look at, with its whole configuration as a document. Immutable and
 * thread-safe.
 *
 * <p>The configuration has the provider's field names in snake_case; objects of the Kubernetes API
 * keep their own JSON. Secrets have been removed before it gets here. The keys {@code resource_id}
 * and {@code resource_type} are reserved: the evaluator puts them into the document that a rule
 * sees.
 */
@Value.Immutable
public abstract class Resource {
  Resource() {}

  /**
   * What findings about this resource are filed under. For a pod with a controller, and for
   * everything else that something in the snapshot owns and makes from a template, this is the key
   * of the topmost owner.
   */
  public abstract ResourceKey key();

  /** The key of this very document; differs from {@link #key} when an owner stands in for it. */
  @Value.Default
  public ResourceKey objectKey() {
    return key();
  }

  /** The resource type, such as {@code aws_eks_cluster} or {@code kubernetes_pod}. */
  public abstract String type();

  /** The provider's own id: ARN, ARM id as written, instance id, uid; by default the key. */
  @Value.Default
  public String id() {
    return objectKey().value();
  }

  /**
   * What people call it: the name of a node or cloud resource, {@code Kind/namespace/name} ({@code
   * Kind/name} without a namespace) of an object of the Kubernetes API.
   */
  public abstract String name();

  /**
   * Further names under which a rule's results may name this resource, beside key, id and name:
   * {@code kube_node_name}, ARN, ARM id.
   */
  public abstract List<String> aliases();

  /** The AWS account or Azure subscription. */
  public abstract Optional<String> account();

  /** The cloud region. */
  public abstract Optional<String> region();

  /** The identity of the cluster; see {@link ClusterIdentity}. */
  public abstract Optional<String> cluster();

  /** The namespace of an object of the Kubernetes API. */
  public abstract Optional<String> namespace();

  /** Tags as {@code key:value}: cloud tags, labels, and whatever connectors add. */
  public abstract List<String> tags();

  /** The document. */
  public abstract ObjectValue configuration();

  /** Edges to other resources. */
  public abstract List<Relation> relations();

  /** When the provider says that the resource was created. */
  public abstract Optional<Instant> createdAt();

  /** Starts a resource; key, type, name and configuration are required. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that holds everything of this resource. */
  public final Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Collects the parts of a resource; not thread-safe. */
  public static final class Builder extends ImmutableResource.Builder {
    Builder() {}
  }
}

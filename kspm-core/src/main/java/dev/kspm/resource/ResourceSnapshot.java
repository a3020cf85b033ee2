package dev.kspm.resource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What was read of the world at one time, and what could not be read. Immutable and thread-safe.
 *
 * <p>A type of which there is neither a resource nor a {@link Completeness} counts as not
 * collected: rules that look for it get {@code UNKNOWN}, not an empty list.
 */
@Value.Immutable
public abstract class ResourceSnapshot {
  ResourceSnapshot() {}

  /** What was read, in any order. */
  public abstract List<Resource> resources();

  /** What could not be read. */
  public abstract List<Hole> holes();

  /** How much of each type was read. */
  public abstract List<Completeness> completeness();

  /** The clusters that were seen, with their other names. */
  public abstract List<ClusterIdentity> clusters();

  /** When it was read; becomes the clock of the scan. */
  public abstract Optional<Instant> collectedAt();

  /** Where the bytes of the input went. */
  @Value.Default
  public InputAccount input() {
    return InputAccount.NONE;
  }

  /** An empty builder; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * One snapshot of several. Clusters that share a name become one, with the identity that was seen
   * first, and the keys of their resources follow.
   */
  public static ResourceSnapshot join(List<ResourceSnapshot> parts) {
    return parts.size() == 1 && parts.get(0).clusters().size() < 2
        ? parts.get(0)
        : new SnapshotJoin(parts).joined();
  }

  /** Collects the parts of a snapshot; not thread-safe. */
  public static final class Builder extends ImmutableResourceSnapshot.Builder {
    Builder() {}
  }
}

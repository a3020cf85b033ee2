package dev.kspm.resource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what a connector reads into a {@link ResourceSnapshot}. Not thread-safe. */
public final class SnapshotCollector implements ResourceSink {
  private final ResourceSnapshot.Builder snapshot = ResourceSnapshot.builder();
  private final Map<List<String>, Completeness> completeness = new LinkedHashMap<>();
  private final List<ClusterIdentity> clusters = new ArrayList<>();
  private InputAccount input = InputAccount.NONE;
  private @Nullable Instant collectedAt;

  @Override
  public void resource(Resource resource) {
    snapshot.addResources(resource);
  }

  @Override
  public void hole(Hole hole) {
    snapshot.addHoles(hole);
  }

  @Override
  public void completeness(Completeness word) {
    completeness.put(List.of(word.resourceType(), word.scope()), word);
  }

  @Override
  public void cluster(ClusterIdentity cluster) {
    clusters.add(cluster);
  }

  @Override
  public void input(InputAccount account) {
    input = input.plus(account);
  }

  /** Sets the time of reading. */
  public SnapshotCollector collectedAt(Instant time) {
    collectedAt = time;
    return this;
  }

  /** What was gathered, with one identity for each cluster; usable once. */
  public ResourceSnapshot snapshot() {
    return ResourceSnapshot.join(
        List.of(
            snapshot
                .addAllClusters(clusters)
                .addAllCompleteness(completeness.values())
                .input(input)
                .collectedAt(Optional.ofNullable(collectedAt))
                .build()));
  }
}

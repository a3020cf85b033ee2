package dev.kspm.resource;

import dev.kspm.resource.Completeness.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts snapshots together and gives each cluster one identity. */
final class SnapshotJoin {
  private final List<ResourceSnapshot> parts;
  private final List<ClusterIdentity> clusters = new ArrayList<>();
  private final Map<String, String> identityOf = new HashMap<>();

  SnapshotJoin(List<ResourceSnapshot> parts) {
    this.parts = parts;
    parts.stream().flatMap(part -> part.clusters().stream()).forEach(this::add);
    for (ClusterIdentity cluster : clusters) {
      identityOf.put(cluster.id(), cluster.id());
      cluster.aliases().forEach(alias -> identityOf.put(alias, cluster.id()));
    }
  }

  /** A later identity can show that two earlier ones are the same cluster; the first one stays. */
  private void add(ClusterIdentity later) {
    ClusterIdentity grown = later;
    int at = clusters.size();
    for (int i = clusters.size() - 1; i >= 0; i--) {
      Optional<ClusterIdentity> joined = clusters.get(i).joined(grown);
      if (joined.isPresent()) {
        grown = joined.get();
        clusters.remove(i);
        at = i;
      }
    }
    clusters.add(at, grown);
  }

  ResourceSnapshot joined() {
    ResourceSnapshot.Builder all = ResourceSnapshot.builder().addAllClusters(clusters);
    InputAccount input = InputAccount.NONE;
    LinkedHashSet<Completeness> completeness = new LinkedHashSet<>();
    Set<String> known = knownTypes();
    for (ResourceSnapshot part : parts) {
      part.resources().forEach(resource -> all.addResources(renamed(resource)));
      part.holes().forEach(hole -> all.addHoles(renamed(hole)));
      part.completeness().stream()
          .filter(c -> c.state() != State.NOT_ASKED || !known.contains(c.resourceType()))
          .forEach(
              c ->
                  completeness.add(
                      new Completeness(
                          c.resourceType(), identity(c.scope()), c.state(), c.reason())));
      input = input.plus(part.input());
    }
    Optional<Instant> latest =
        parts.stream()
            .map(ResourceSnapshot::collectedAt)
            .flatMap(Optional::stream)
            .max(Instant::compareTo);
    return all.addAllCompleteness(completeness).input(input).collectedAt(latest).build();
  }

  /** Types of which something is known: one that another part has was asked for. */
  private Set<String> knownTypes() {
    Set<String> types = new HashSet<>();
    for (ResourceSnapshot part : parts) {
      part.resources().forEach(resource -> types.add(resource.type()));
      part.holes().forEach(hole -> types.add(hole.resourceType()));
      part.completeness().stream()
          .filter(c -> c.state() != State.NOT_ASKED)
          .forEach(c -> types.add(c.resourceType()));
    }
    return types;
  }

  private String identity(String name) {
    return identityOf.getOrDefault(name, name);
  }

  private ResourceKey renamed(ResourceKey key) {
    return key.cluster().map(cluster -> key.movedTo(identity(cluster))).orElse(key);
  }

  private Resource renamed(Resource resource) {
    boolean same =
        Stream.concat(
                Stream.of(resource.key(), resource.objectKey()),
                resource.relations().stream().map(Relation::target))
            .allMatch(key -> renamed(key).equals(key));
    Optional<String> cluster = resource.cluster().map(this::identity);
    if (same && cluster.equals(resource.cluster())) {
      return resource;
    }
    return resource.toBuilder()
        .key(renamed(resource.key()))
        .objectKey(renamed(resource.objectKey()))
        .cluster(cluster)
        .relations(
            resource.relations().stream()
                .map(relation -> new Relation(relation.kind(), renamed(relation.target())))
                .toList())
        .build();
  }

  private Hole renamed(Hole hole) {
    return new Hole(
        identity(hole.scope()),
        hole.resourceType(),
        hole.document().map(this::renamed),
        hole.path(),
        hole.reason());
  }
}

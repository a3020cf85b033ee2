package dev.kspm.resource;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The name that a cluster has in keys, and its other names. Immutable and thread-safe.
 *
 * <p>A cluster seen through a cloud's API, its own API and its nodes is one cluster. Its identity
 * is the first of: what the host says, ARN, ARM id, uid of the namespace {@code kube-system}, name
 * of the snapshot. An identity once used is kept; what is learnt later becomes an alias, so that no
 * finding changes its id.
 *
 * @param id the identity
 * @param aliases other names of the same cluster, without {@code id}
 */
public record ClusterIdentity(String id, List<String> aliases) {
  public ClusterIdentity {
    Set<String> others = new LinkedHashSet<>(aliases);
    others.remove(id);
    aliases = List.copyOf(others);
  }

  /** Chooses an identity; arguments that are not known are {@code null}. */
  public static ClusterIdentity choose(
      @Nullable String explicit,
      @Nullable String arn,
      @Nullable String armId,
      @Nullable String kubeSystemUid,
      String snapshotName) {
    List<String> names = new ArrayList<>();
    for (String name :
        new @Nullable String[] {
          explicit,
          arn,
          armId == null ? null : ResourceKey.arm(armId).value(),
          kubeSystemUid,
          snapshotName
        }) {
      if (name != null && !name.isEmpty()) {
        names.add(name);
      }
    }
    return new ClusterIdentity(names.get(0), names.subList(1, names.size()));
  }

  /** Whether this cluster goes by a name. */
  public boolean goesBy(String name) {
    return id.equals(name) || aliases.contains(name);
  }

  /** This identity with the names of the other one, if the two share a name. */
  public Optional<ClusterIdentity> joined(ClusterIdentity later) {
    boolean same = goesBy(later.id) || later.aliases.stream().anyMatch(this::goesBy);
    if (!same) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>(aliases);
    names.add(later.id);
    names.addAll(later.aliases);
    return Optional.of(new ClusterIdentity(id, names));
  }
}

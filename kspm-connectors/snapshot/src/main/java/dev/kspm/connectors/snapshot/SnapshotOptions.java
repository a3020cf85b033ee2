package dev.kspm.connectors.snapshot;

import dev.kspm.connectors.documents.CollectorOptions;
import java.util.Optional;
import java.util.Set;

/**
 * How a snapshot is read. Immutable and thread-safe.
 *
 * @param maxFile bytes of the largest file that is read, whether it stands alone or in an archive
 * @param maxTotal bytes that are read altogether, decompressed
 * @param cluster the identity that the host gives to the cluster; empty to find it in the documents
 * @param openConfigMaps config maps, as {@code namespace/name}, whose data rules may read
 */
public record SnapshotOptions(
    long maxFile, long maxTotal, Optional<String> cluster, Set<String> openConfigMaps) {
  /** 64 MiB for a file, 4 GiB for all, the cluster found in the documents. */
  public static final SnapshotOptions DEFAULT =
      new SnapshotOptions(
          64L << 20, 4L << 30, Optional.empty(), CollectorOptions.SYSTEM_CONFIG_MAPS);

  public SnapshotOptions {
    openConfigMaps = Set.copyOf(openConfigMaps);
  }

  public SnapshotOptions withMaxFile(long bytes) {
    return new SnapshotOptions(bytes, maxTotal, cluster, openConfigMaps);
  }

  public SnapshotOptions withMaxTotal(long bytes) {
    return new SnapshotOptions(maxFile, bytes, cluster, openConfigMaps);
  }

  public SnapshotOptions withCluster(String identity) {
    return new SnapshotOptions(maxFile, maxTotal, Optional.of(identity), openConfigMaps);
  }
}

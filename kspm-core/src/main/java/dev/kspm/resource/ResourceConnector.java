package dev.kspm.resource;

import java.util.List;
import java.util.Set;

/**
 * Reads resources from somewhere. Need not be thread-safe: one read at a time.
 *
 * <p>A connector never leaves something out silently: what it could not read is a {@link
 * Completeness} or a {@link Hole}, what it did not understand is in its {@link InputAccount}.
 */
public interface ResourceConnector extends AutoCloseable {
  /** A short name for messages, such as {@code eks} or {@code snapshot docs/examples/cluster}. */
  String name();

  /** The resource types that this connector may give. */
  Set<String> types();

  /**
   * Asks what may be read, without reading it.
   *
   * @return one entry for each permission and scope; empty for connectors that need none
   */
  default List<AccessCheck> preflight() {
    return List.of();
  }

  /**
   * Reads everything that is asked for.
   *
   * @throws ConnectorException when it could not start
   */
  void read(ReadRequest request, ResourceSink sink);

  /** Reads everything into a snapshot. */
  default ResourceSnapshot snapshot() {
    SnapshotCollector collector = new SnapshotCollector();
    read(ReadRequest.ALL, collector);
    return collector.snapshot();
  }

  /** Lets go of connections and files; by default there are none. */
  @Override
  default void close() {}
}

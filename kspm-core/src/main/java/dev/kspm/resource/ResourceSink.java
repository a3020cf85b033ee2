package dev.kspm.resource;

/**
 * Takes what a connector reads, as it reads it. The methods may block until the receiver is ready
 * for more; they belong to one thread at a time.
 */
public interface ResourceSink {
  /** Takes a resource. */
  void resource(Resource resource);

  /** Takes note of something that could not be read. */
  void hole(Hole hole);

  /** Takes note of how much of a type was read; the last word on a type and scope counts. */
  void completeness(Completeness completeness);

  /** Takes note of a cluster and its names; may be called before or after its resources. */
  void cluster(ClusterIdentity cluster);

  /** Takes note of where the bytes of a file went; accounts are added up. */
  void input(InputAccount account);
}

package dev.kspm.finding;

import java.util.List;
import java.util.Optional;

/** Keeps findings from scan to scan. Thread-safe: scans that are stored at once never mix. */
public interface FindingStore extends AutoCloseable {
  /**
   * Stores a scan, all of it or nothing.
   *
   * @return what it did to each finding, sorted by finding id
   */
  List<Transition> store(ScanRecord scan);

  /** The current finding with an id, closed ones included. */
  Optional<Finding> find(String id);

  /** All current findings, closed ones included, sorted by id. */
  List<Finding> findings();

  /**
   * Mutes a finding, or ends a mute.
   *
   * @param mute empty to unmute
   * @return whether there is such a finding
   */
  boolean mute(String id, Optional<Mute> mute);

  /** Lets go of connections and files; by default there are none. */
  @Override
  default void close() {}
}

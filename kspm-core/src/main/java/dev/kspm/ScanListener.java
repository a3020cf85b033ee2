package dev.kspm;

import dev.kspm.resource.ResourceConnector;

/**
 * Is told how a scan goes on, from whichever thread it goes on in; must be thread-safe and quick.
 */
public interface ScanListener {
  /** Hears nothing. */
  ScanListener NONE = new ScanListener() {};

  /** A connector begins to read. */
  default void reading(ResourceConnector connector) {}

  /** A resource has been read. */
  default void read(long resourcesSoFar) {}

  /** Rules have been compiled and are about to be evaluated. */
  default void evaluating(int rules, int resources) {}

  /** Some of the (rule, scope) pairs are done. */
  default void evaluated(int done, int of) {}
}

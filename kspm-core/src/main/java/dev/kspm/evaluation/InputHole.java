package dev.kspm.evaluation;

import dev.kspm.rego.value.Value;
import java.util.List;

/**
 * A hole as a path in a rule's input.
 *
 * @param path from the root of the input
 * @param reason for people, with the place
 * @param kind who told of it
 */
record InputHole(List<Value> path, String reason, Kind kind) {
  /** Who told of a hole. */
  enum Kind {
    /** A connector that tried to read. */
    DECLARED,
    /** Nobody: the type was just never read. */
    NOT_COLLECTED,
    /** A connector that did not set out to read. */
    NOT_ASKED
  }

  InputHole {
    path = List.copyOf(path);
  }
}

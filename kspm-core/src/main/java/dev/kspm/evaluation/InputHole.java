package dev.kspm.evaluation;

import dev.kspm.rego.value.Value;
import java.util.List;

/**
 * A hole as a path in a rule's input.
 *
 * @param path from the root of the input
 * @param reason for people, with the place
 * @param declared whether a connector told of it; else the type was just never read
 */
record InputHole(List<Value> path, String reason, boolean declared) {
  InputHole {
    path = List.copyOf(path);
  }
}

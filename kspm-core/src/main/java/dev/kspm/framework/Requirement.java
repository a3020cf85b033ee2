package dev.kspm.framework;

import java.util.List;

/**
 * Controls on one topic. Immutable and thread-safe.
 *
 * @param id the number or name that the framework gives it
 * @param title the topic
 * @param controls in the framework's order
 */
public record Requirement(String id, String title, List<Control> controls) {
  public Requirement {
    controls = List.copyOf(controls);
  }
}

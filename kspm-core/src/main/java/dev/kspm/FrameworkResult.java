package dev.kspm;

import dev.kspm.framework.Framework;
import dev.kspm.score.PostureScore;
import java.util.List;

/**
 * How a framework came out. Immutable and thread-safe.
 *
 * @param framework the framework
 * @param score of all its rules
 * @param controls in the framework's order
 */
public record FrameworkResult(
    Framework framework, PostureScore score, List<ControlResult> controls) {
  public FrameworkResult {
    controls = List.copyOf(controls);
  }
}

package dev.kspm.framework;

import java.util.Comparator;

/**
 * One place in one framework that a rule serves. Immutable.
 *
 * @param framework the framework's id
 * @param version the framework's version
 * @param requirement the title of the requirement
 * @param control the id of the control
 * @param isDefault whether a built-in framework says so
 */
public record ControlMapping(
    String framework, String version, String requirement, String control, boolean isDefault)
    implements Comparable<ControlMapping> {
  @Override
  public int compareTo(ControlMapping other) {
    return Comparator.comparing(ControlMapping::framework)
        .thenComparing(ControlMapping::version)
        .thenComparing(ControlMapping::requirement)
        .thenComparing(ControlMapping::control)
        .compare(this, other);
  }
}

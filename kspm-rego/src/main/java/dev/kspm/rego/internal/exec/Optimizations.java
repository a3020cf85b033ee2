package dev.kspm.rego.internal.exec;

/**
 * Which optimisations are on; results are the same whatever is chosen, which tests prove.
 *
 * @param index ask the rule index before running definitions
 * @param closedComprehensions remember comprehensions that depend on no variable around them
 * @param keyedComprehensions remember comprehensions by the one variable that they depend on
 * @param keyedScans hash collections that are searched more than once for members with some key
 */
public record Optimizations(
    boolean index, boolean closedComprehensions, boolean keyedComprehensions, boolean keyedScans) {
  public static final Optimizations ALL = new Optimizations(true, true, true, true);
  public static final Optimizations NONE = new Optimizations(false, false, false, false);
}

package dev.kspm.rego.internal.exec;

/**
 * Which optimisations are on; results are the same whatever is chosen, which tests prove.
 *
 * @param index ask the rule index before running definitions
 * @param closedComprehensions remember comprehensions that depend on no variable around them
 */
public record Optimizations(boolean index, boolean closedComprehensions) {
  public static final Optimizations ALL = new Optimizations(true, true);
  public static final Optimizations NONE = new Optimizations(false, false);
}

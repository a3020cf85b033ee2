package dev.kspm.rego.internal.exec;

/** A block ready to run; thread-safe. */
public abstract class Code {
  /**
   * Runs.
   *
   * @return whether the one who takes the results has enough; loops then end
   */
  public abstract boolean run(Frame frame);
}

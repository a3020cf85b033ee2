package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Procedure;

/** Turns plans into code. */
public interface Executor {
  /** Code for a procedure; rule sets that it mentions are taken from the executable. */
  Code prepare(Procedure procedure, Executable executable);
}

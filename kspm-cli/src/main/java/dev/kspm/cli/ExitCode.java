package dev.kspm.cli;

/** What the commands of kspm itself exit with; {@code kspm rego} has the codes of opa. */
final class ExitCode {
  /** All is done. */
  static final int DONE = 0;

  /** There are findings at or above the wanted severity. */
  static final int FINDINGS = 1;

  /** The command line or an input cannot be used. */
  static final int INPUT = 2;

  /** Something could not be read, and the user wants to know. */
  static final int INCOMPLETE = 3;

  private ExitCode() {}
}

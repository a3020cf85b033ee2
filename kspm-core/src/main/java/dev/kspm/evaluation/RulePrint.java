package dev.kspm.evaluation;

import dev.kspm.rego.PrintedLine;

/**
 * A line that a rule printed. Immutable and thread-safe.
 *
 * @param ruleId the rule that was evaluated; the place may be in a library
 */
public record RulePrint(String ruleId, String file, int row, String text) {
  static RulePrint of(String ruleId, PrintedLine line) {
    return new RulePrint(ruleId, line.span().file(), line.span().row(), line.text());
  }

  /** {@code rule: file:row: text}. */
  @Override
  public String toString() {
    return ruleId + ": " + file + ":" + row + ": " + text;
  }
}

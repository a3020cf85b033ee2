package dev.kspm.evaluation;

import dev.kspm.rego.PrintedLine;
import java.util.ArrayList;
import java.util.List;

/**
 * What one rule prints in one scope, kept so that lines come in the same order whichever thread is
 * first. Belongs to one thread.
 */
final class PrintedLines {
  /** More lines than anybody reads are counted only. */
  private static final int LIMIT = 1_000;

  private final String ruleId;
  private final List<RulePrint> lines = new ArrayList<>();
  private int leftOut;

  PrintedLines(String ruleId) {
    this.ruleId = ruleId;
  }

  void add(PrintedLine line) {
    if (lines.size() < LIMIT) {
      lines.add(RulePrint.of(ruleId, line));
    } else {
      leftOut++;
    }
  }

  /** The lines in the order of printing, and how many there were besides. */
  List<RulePrint> all() {
    if (leftOut > 0) {
      RulePrint last = lines.get(lines.size() - 1);
      List<RulePrint> cut = new ArrayList<>(lines);
      cut.add(new RulePrint(ruleId, last.file(), last.row(), "… and " + leftOut + " more lines"));
      return cut;
    }
    return List.copyOf(lines);
  }
}

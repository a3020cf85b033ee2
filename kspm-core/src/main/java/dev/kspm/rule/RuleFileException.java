package dev.kspm.rule;

import java.util.List;
import java.util.stream.Collectors;

/** Files of rules or frameworks that are not what they should be; says everything at once. */
public final class RuleFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<RuleProblem> problems;

  /** With at least one problem. */
  public RuleFileException(List<RuleProblem> problems) {
    super(problems.stream().map(RuleProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, sorted by file and line. */
  public List<RuleProblem> problems() {
    return problems;
  }
}

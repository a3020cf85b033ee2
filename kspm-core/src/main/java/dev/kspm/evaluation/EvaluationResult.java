package dev.kspm.evaluation;

import dev.kspm.rule.RuleProblem;
import java.util.List;

/**
 * Everything that evaluating a snapshot gave. Immutable and thread-safe.
 *
 * @param evaluations sorted; one for each rule and resource key, and one for each rule and scope
 *     whose main collection could not be read
 * @param problems what is wrong with rules, sorted
 * @param printed lines of {@code print}, by rule and scope, at most some thousand of each
 */
public record EvaluationResult(
    List<Evaluation> evaluations, List<RuleProblem> problems, List<RulePrint> printed) {
  public EvaluationResult {
    evaluations = List.copyOf(evaluations);
    problems = List.copyOf(problems);
    printed = List.copyOf(printed);
  }
}

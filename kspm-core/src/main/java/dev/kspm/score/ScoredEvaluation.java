package dev.kspm.score;

import dev.kspm.evaluation.Evaluation;
import dev.kspm.evaluation.Verdict;
import dev.kspm.rule.Severity;

/**
 * What a score needs to know of an evaluation. Immutable.
 *
 * @param ruleId the rule
 * @param resourceType the type of the resource
 * @param severity the rule's own, whatever the finding's has been changed to
 * @param verdict the outcome
 * @param muted whether the finding is muted
 * @param collection whether this stands for a main collection that could not be read
 */
public record ScoredEvaluation(
    String ruleId,
    String resourceType,
    Severity severity,
    Verdict verdict,
    boolean muted,
    boolean collection) {
  /** From an evaluation. */
  public static ScoredEvaluation of(Evaluation evaluation, boolean muted) {
    return new ScoredEvaluation(
        evaluation.rule().id(),
        evaluation.resourceType(),
        evaluation.rule().severity(),
        evaluation.verdict(),
        muted,
        evaluation.resource().isEmpty());
  }
}

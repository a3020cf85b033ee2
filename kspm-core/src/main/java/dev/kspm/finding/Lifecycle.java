package dev.kspm.finding;

import dev.kspm.evaluation.Evaluation;
import dev.kspm.evaluation.Verdict;
import dev.kspm.finding.Transition.Kind;
import dev.kspm.framework.ControlMapping;
import dev.kspm.resource.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How findings go from one scan to the next; pure functions for every store. Thread-safe. */
public final class Lifecycle {
  private Lifecycle() {}

  /**
   * What an evaluation makes of a finding.
   *
   * @param before the current finding of the same rule and resource key
   * @param evaluation one that has a resource
   * @param controls the controls that the rule serves
   * @param time the scan's clock
   * @return empty when there was no finding and there is none now
   */
  public static Optional<Transition> next(
      Optional<Finding> before,
      Evaluation evaluation,
      List<ControlMapping> controls,
      Instant time) {
    if (evaluation.verdict().isFinding()) {
      return Optional.of(
          before
              .map(finding -> decided(finding, evaluation, controls, time))
              .orElseGet(() -> new Transition(Kind.NEW, first(evaluation, controls, time))));
    } else if (evaluation.verdict() == Verdict.UNKNOWN) {
      return before
          .filter(finding -> finding.closedAt().isEmpty())
          .map(
              finding ->
                  new Transition(
                      Kind.UNDECIDED,
                      finding.toBuilder().undecidedReasons(evaluation.reasons()).build()));
    }
    return before.flatMap(finding -> gone(finding, time));
  }

  /** What becomes of a finding whose resource has gone; empty when that was known. */
  public static Optional<Transition> gone(Finding before, Instant time) {
    return before.closedAt().isPresent()
        ? Optional.empty()
        : Optional.of(
            new Transition(
                Kind.GONE, before.toBuilder().closedAt(time).undecidedReasons(List.of()).build()));
  }

  private static Finding first(Evaluation evaluation, List<ControlMapping> controls, Instant time) {
    Resource resource = evaluation.resource().orElseThrow();
    return Finding.builder()
        .rule(evaluation.rule())
        .resource(resource)
        .verdict(evaluation.verdict())
        .evidence(evaluation.evidence())
        .evidenceFrom(evaluation.evidenceFrom())
        .controls(controls)
        .firstSeenAt(time)
        .lastSeenAt(time)
        .evaluationChangedAt(time)
        .discoveredAt(time)
        .build();
  }

  private static Transition decided(
      Finding before, Evaluation evaluation, List<ControlMapping> controls, Instant time) {
    boolean changed = before.verdict() != evaluation.verdict();
    boolean wasClosed = before.closedAt().isPresent();
    boolean otherRule = before.rule().version() != evaluation.rule().version();
    Kind kind;
    if (changed && otherRule && !wasClosed) {
      kind = Kind.RULE_CHANGED;
    } else if (changed) {
      kind = evaluation.verdict() == Verdict.PASS ? Kind.FIXED : Kind.REOPENED;
    } else {
      kind = wasClosed && evaluation.verdict() == Verdict.FAIL ? Kind.REOPENED : Kind.UNCHANGED;
    }
    return new Transition(
        kind,
        before.toBuilder()
            .rule(evaluation.rule())
            .resource(evaluation.resource().orElseThrow())
            .verdict(evaluation.verdict())
            .evidence(evaluation.evidence())
            .evidenceFrom(evaluation.evidenceFrom())
            .severity(
                before.severity() == before.rule().severity()
                    ? evaluation.rule().severity()
                    : before.severity())
            .controls(controls)
            .lastSeenAt(time)
            .evaluationChangedAt(changed ? time : before.evaluationChangedAt())
            .undecidedReasons(List.of())
            .closedAt(Optional.empty())
            .build());
  }
}

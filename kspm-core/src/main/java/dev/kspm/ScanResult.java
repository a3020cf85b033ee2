package dev.kspm;

import dev.kspm.evaluation.Evaluation;
import dev.kspm.evaluation.Verdict;
import dev.kspm.finding.Finding;
import dev.kspm.finding.Transition;
import dev.kspm.resource.Completeness;
import dev.kspm.resource.InputAccount;
import dev.kspm.rule.RuleProblem;
import dev.kspm.score.PostureScore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * What a scan found. Immutable and thread-safe.
 *
 * <p>Every list is sorted: the same snapshot, clock and version give the same result apart from
 * {@link #id}, {@link #startedAt} and {@link #finishedAt}.
 */
@Value.Immutable
public abstract class ScanResult {
  ScanResult() {}

  /** A random id. */
  public abstract String id();

  /** When it began by the wall clock. */
  public abstract Instant startedAt();

  /** When it ended by the wall clock. */
  public abstract Instant finishedAt();

  /** The clock of the scan: the time in its findings. */
  public abstract Instant time();

  /** The version of kspm. */
  public abstract String version();

  /** Where the bytes of the input went. */
  public abstract InputAccount input();

  /** How many resources of each type there were, by type. */
  public abstract Map<String, Long> resources();

  /**
   * How much of each type was read; a type that nobody asked for is there when an evaluation needs
   * it.
   */
  public abstract List<Completeness> completeness();

  /** The score of everything: rules with {@code scored: true}. */
  public abstract PostureScore score();

  /** Each framework that was asked for. */
  public abstract List<FrameworkResult> frameworks();

  /** Every evaluation, SKIP and UNKNOWN included. */
  public abstract List<Evaluation> evaluations();

  /** The findings of this scan, PASS and FAIL, by rule and resource. */
  public abstract List<Finding> findings();

  /** What the scan did to findings in the store, closed ones included. */
  public abstract List<Transition> transitions();

  /** What is wrong with rules. */
  public abstract List<RuleProblem> problems();

  /**
   * The evaluations that could not be decided. What needs a type that nobody asked for is not among
   * them: {@link #completeness} tells of it.
   */
  public final Stream<Evaluation> undecided() {
    return open().filter(e -> e.notAsked().isEmpty());
  }

  private Stream<Evaluation> open() {
    return evaluations().stream().filter(e -> e.verdict() == Verdict.UNKNOWN);
  }

  /** Whether everything could be read and every rule could be evaluated. */
  public final boolean isComplete() {
    return open().findAny().isEmpty()
        && problems().isEmpty()
        && completeness().stream().noneMatch(c -> c.state().isHole());
  }

  /** Starts a result; for stores and tests of reports, scans make their own. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the parts of a result; not thread-safe. */
  public static final class Builder extends ImmutableScanResult.Builder {
    Builder() {}
  }
}

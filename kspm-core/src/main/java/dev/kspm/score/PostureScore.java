package dev.kspm.score;

import dev.kspm.framework.VerdictCounts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How good the posture of a scope is, exactly, and how sure that is. Immutable and thread-safe.
 *
 * <p>Let C be the pairs of rule and resource type with at least one unmuted PASS or FAIL. The value
 * is the mean of pass / (pass + fail) over C, weighted by the rules' severities. That has every
 * property that Datadog publishes of its score: severities weigh from 1 to 5, and five hundred
 * failing containers count like three failing buckets.
 *
 * <p>The bounds count every UNKNOWN as FAIL and as PASS; a pair whose main collection could not be
 * read completely counts 0 and 1.
 *
 * @param value from 0 to 1; empty when the weights of C add up to 0
 * @param lowest what the value is at least, once everything is known
 * @param highest what the value is at most
 * @param coverage decided evaluations by decided and UNKNOWN ones; empty when there are none
 * @param counts what was counted
 */
public record PostureScore(
    Optional<Fraction> value,
    Optional<Fraction> lowest,
    Optional<Fraction> highest,
    Optional<Fraction> coverage,
    VerdictCounts counts) {
  /** The score of nothing. */
  public static final PostureScore EMPTY =
      new PostureScore(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          VerdictCounts.NONE);

  /** The score of evaluations; their order does not matter. */
  public static PostureScore of(Collection<ScoredEvaluation> evaluations, SeverityWeights weights) {
    Map<Pair, Tally> pairs = new LinkedHashMap<>();
    Tally all = new Tally();
    for (ScoredEvaluation evaluation : evaluations) {
      Tally tally =
          pairs.computeIfAbsent(
              new Pair(evaluation.ruleId(), evaluation.resourceType()), pair -> new Tally());
      tally.weight = weights.of(evaluation.severity());
      tally.add(evaluation);
      all.add(evaluation);
    }
    WeightedMean value = new WeightedMean();
    WeightedMean lowest = new WeightedMean();
    WeightedMean highest = new WeightedMean();
    for (Tally pair : pairs.values()) {
      long known = pair.pass + pair.fail;
      long possible = known + pair.unknown;
      if (known > 0) {
        value.add(Fraction.of(pair.pass, known), pair.weight);
      }
      if (pair.collectionOpen) {
        lowest.add(Fraction.ZERO, pair.weight);
        highest.add(Fraction.ONE, pair.weight);
      } else if (possible > 0) {
        lowest.add(Fraction.of(pair.pass, possible), pair.weight);
        highest.add(Fraction.of(pair.pass + pair.unknown, possible), pair.weight);
      }
    }
    long decided = all.pass + all.fail;
    return new PostureScore(
        value.get(),
        lowest.get(),
        highest.get(),
        decided + all.unknown == 0
            ? Optional.empty()
            : Optional.of(Fraction.of(decided, decided + all.unknown)),
        new VerdictCounts(all.pass, all.fail, all.muted, all.unknown, all.skip));
  }

  private record Pair(String ruleId, String resourceType) {}

  private static final class Tally {
    Fraction weight = Fraction.ZERO;
    long pass;
    long fail;
    long muted;
    long unknown;
    long skip;
    boolean collectionOpen;

    void add(ScoredEvaluation evaluation) {
      boolean muted = evaluation.muted();
      switch (evaluation.verdict()) {
        case PASS -> pass += muted ? 0 : 1;
        case FAIL -> fail += muted ? 0 : 1;
        case UNKNOWN -> {
          unknown++;
          collectionOpen |= evaluation.collection();
        }
        case SKIP -> skip++;
      }
      if (muted && evaluation.verdict().isFinding()) {
        this.muted++;
      }
    }
  }

  private static final class WeightedMean {
    private Fraction sum = Fraction.ZERO;
    private Fraction weights = Fraction.ZERO;

    void add(Fraction part, Fraction weight) {
      sum = sum.plus(part.times(weight));
      weights = weights.plus(weight);
    }

    Optional<Fraction> get() {
      return weights.isZero() ? Optional.empty() : Optional.of(sum.over(weights));
    }
  }
}

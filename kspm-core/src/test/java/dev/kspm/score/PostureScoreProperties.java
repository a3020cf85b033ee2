package dev.kspm.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.evaluation.Verdict;
import dev.kspm.rule.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PostureScoreProperties {
  private static final List<Severity> SEVERITY_OF_RULE =
      List.of(Severity.CRITICAL, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.INFO);

  private static ScoredEvaluation evaluation(int rule, String type, Verdict verdict) {
    return new ScoredEvaluation(
        "r" + rule, type, SEVERITY_OF_RULE.get(rule % 5), verdict, false, false);
  }

  private static PostureScore score(List<ScoredEvaluation> evaluations) {
    return PostureScore.of(evaluations, SeverityWeights.DEFAULT);
  }

  private static Fraction value(List<ScoredEvaluation> evaluations) {
    return score(evaluations).value().orElseThrow();
  }

  @Provide
  Arbitrary<List<ScoredEvaluation>> evaluations() {
    Arbitrary<ScoredEvaluation> one =
        Combinators.combine(
                Arbitraries.integers().between(0, 4),
                Arbitraries.of("pod", "node"),
                Arbitraries.of(Verdict.values()),
                Arbitraries.of(true, false, false, false),
                Arbitraries.of(true, false, false))
            .as(
                (rule, type, verdict, muted, collection) ->
                    new ScoredEvaluation(
                        "r" + rule,
                        type,
                        SEVERITY_OF_RULE.get(rule),
                        verdict,
                        muted && verdict.isFinding(),
                        collection && verdict == Verdict.UNKNOWN));
    return one.list().ofMaxSize(40);
  }

  @Example
  void aCriticalFailureWeighsFiveTimesALowPass() {
    ScoredEvaluation critical = evaluation(0, "t", Verdict.FAIL);
    ScoredEvaluation low = evaluation(1, "t", Verdict.PASS);
    assertThat(value(List.of(critical, low))).isEqualTo(Fraction.of(1, 6));
    assertThat(value(List.of(evaluation(0, "t", Verdict.PASS), evaluation(1, "t", Verdict.FAIL))))
        .isEqualTo(Fraction.of(5, 6));
  }

  @Example
  void aTypeCountsOnceHoweverManyThereAre() {
    List<ScoredEvaluation> mixed =
        new ArrayList<>(Collections.nCopies(500, evaluation(0, "container", Verdict.FAIL)));
    mixed.addAll(Collections.nCopies(3, evaluation(5, "bucket", Verdict.PASS)));
    assertThat(value(mixed)).isEqualTo(Fraction.of(1, 2));
  }

  @Example
  void theSameRuleCountsForEachType() {
    assertThat(
            value(List.of(evaluation(0, "pod", Verdict.PASS), evaluation(0, "job", Verdict.FAIL))))
        .isEqualTo(Fraction.of(1, 2));
  }

  @Example
  void nothingHasNoScore() {
    assertThat(score(List.of())).isEqualTo(PostureScore.EMPTY);
    assertThat(score(List.of(evaluation(4, "t", Verdict.FAIL))).value())
        .as("info weighs nothing")
        .isEmpty();
    assertThat(score(List.of(evaluation(0, "t", Verdict.SKIP))).value()).isEmpty();
  }

  @Example
  void anUnreadCollectionCountsZeroAndOne() {
    ScoredEvaluation denied =
        new ScoredEvaluation("r0", "pod", Severity.CRITICAL, Verdict.UNKNOWN, false, true);
    PostureScore score =
        score(
            List.of(evaluation(0, "pod", Verdict.PASS), denied, evaluation(5, "t", Verdict.PASS)));
    assertThat(score.lowest()).contains(Fraction.of(1, 2));
    assertThat(score.value()).contains(Fraction.ONE);
    assertThat(score.highest()).contains(Fraction.ONE);
    assertThat(score.coverage()).contains(Fraction.of(2, 3));
  }

  @Property
  void boundsEncloseTheValue(@ForAll("evaluations") List<ScoredEvaluation> evaluations) {
    PostureScore score = score(evaluations);
    score
        .value()
        .ifPresent(
            value -> {
              assertThat(score.lowest().orElseThrow()).isLessThanOrEqualTo(value);
              assertThat(score.highest().orElseThrow()).isGreaterThanOrEqualTo(value);
            });
    score.lowest().ifPresent(lowest -> assertThat(lowest).isBetween(Fraction.ZERO, Fraction.ONE));
    score.highest().ifPresent(high -> assertThat(high).isBetween(Fraction.ZERO, Fraction.ONE));
  }

  @Property
  void boundsEncloseWhateverTheUnknownTurnsOutToBe(
      @ForAll("evaluations") List<ScoredEvaluation> evaluations, @ForAll Random random) {
    List<ScoredEvaluation> known = new ArrayList<>();
    for (ScoredEvaluation e : evaluations) {
      if (e.verdict() != Verdict.UNKNOWN) {
        known.add(e);
        continue;
      }
      int several = e.collection() ? random.nextInt(4) : 1;
      for (int i = 0; i < several; i++) {
        Verdict verdict = List.of(Verdict.PASS, Verdict.FAIL, Verdict.SKIP).get(random.nextInt(3));
        known.add(
            new ScoredEvaluation(
                e.ruleId(), e.resourceType(), e.severity(), verdict, false, false));
      }
    }
    PostureScore before = score(evaluations);
    score(known)
        .value()
        .ifPresent(
            value ->
                assertThat(value)
                    .isBetween(before.lowest().orElseThrow(), before.highest().orElseThrow()));
  }

  @Property
  void orderDoesNotMatter(
      @ForAll("evaluations") List<ScoredEvaluation> evaluations, @ForAll Random random) {
    List<ScoredEvaluation> shuffled = new ArrayList<>(evaluations);
    Collections.shuffle(shuffled, random);
    assertThat(score(shuffled)).isEqualTo(score(evaluations));
  }

  @Property
  void volumeDoesNotMatter(
      @ForAll("evaluations") List<ScoredEvaluation> evaluations,
      @ForAll @IntRange(min = 2, max = 5) int times) {
    List<ScoredEvaluation> pods = new ArrayList<>(evaluations);
    for (int i = 1; i < times; i++) {
      evaluations.stream().filter(e -> e.resourceType().equals("pod")).forEach(pods::add);
    }
    assertThat(score(pods).value()).isEqualTo(score(evaluations).value());
    assertThat(score(pods).lowest()).isEqualTo(score(evaluations).lowest());
    assertThat(score(pods).highest()).isEqualTo(score(evaluations).highest());
  }

  @Property
  void mutedFindingsAreAsIfTheyWereNotThere(
      @ForAll("evaluations") List<ScoredEvaluation> evaluations) {
    List<ScoredEvaluation> rest = evaluations.stream().filter(e -> !e.muted()).toList();
    PostureScore with = score(evaluations);
    PostureScore without = score(rest);
    assertThat(with.value()).isEqualTo(without.value());
    assertThat(with.lowest()).isEqualTo(without.lowest());
    assertThat(with.highest()).isEqualTo(without.highest());
    assertThat(with.coverage()).isEqualTo(without.coverage());
    assertThat(with.counts().muted()).isEqualTo(evaluations.size() - rest.size());
  }

  @Property
  void fixingAFailureNeverLowersTheScore(
      @ForAll("evaluations") List<ScoredEvaluation> evaluations) {
    for (int i = 0; i < evaluations.size(); i++) {
      ScoredEvaluation e = evaluations.get(i);
      if (e.verdict() == Verdict.FAIL && !e.muted()) {
        List<ScoredEvaluation> fixed = new ArrayList<>(evaluations);
        fixed.set(
            i,
            new ScoredEvaluation(
                e.ruleId(), e.resourceType(), e.severity(), Verdict.PASS, false, false));
        PostureScore before = score(evaluations);
        before.value().ifPresent(v -> assertThat(value(fixed)).isGreaterThanOrEqualTo(v));
      }
    }
  }

  @Example
  void decimalsAreRoundedHalfUpFromTheExactValue() {
    assertThat(Fraction.of(1, 6).rounded(6)).isEqualTo(new BigDecimal("0.166667"));
    assertThat(Fraction.of(1, 2_000_000).rounded(6)).isEqualTo(new BigDecimal("0.000001"));
    assertThat(Fraction.of(499_999, 1_000_000_000_000L).rounded(6))
        .isEqualTo(new BigDecimal("0.000000"));
  }
}

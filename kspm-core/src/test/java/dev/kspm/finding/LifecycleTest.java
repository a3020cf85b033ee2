package dev.kspm.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.TestRules;
import dev.kspm.evaluation.Evaluation;
import dev.kspm.evaluation.Verdict;
import dev.kspm.finding.Transition.Kind;
import dev.kspm.finding.memory.InMemoryFindingStore;
import dev.kspm.resource.Resource;
import dev.kspm.rule.Rule;
import dev.kspm.rule.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  private final InMemoryFindingStore store = new InMemoryFindingStore();
  private final Resource pod = TestRules.resource("pod", "p", "{}").build();
  private Rule rule = TestRules.rule("r", "pod", "").build();
  private int day;

  private List<Transition> scan(Verdict verdict) {
    return scan(
        List.of(
            Evaluation.builder()
                .rule(rule)
                .scope("c")
                .resource(pod)
                .resourceType("pod")
                .verdict(verdict)
                .reasons(verdict == Verdict.UNKNOWN ? List.of("why") : List.of())
                .build()),
        true);
  }

  private List<Transition> scan(List<Evaluation> evaluations, boolean complete) {
    return store.store(
        new ScanRecord(
            "s" + day,
            now(),
            evaluations,
            Map.of(rule.id(), List.of()),
            complete ? Set.of(new ScanRecord.Collection("c", "pod")) : Set.of()));
  }

  private Instant now() {
    return FIRST.plusSeconds(86400L * day);
  }

  private Kind only(List<Transition> transitions) {
    assertThat(transitions).hasSize(1);
    return transitions.get(0).kind();
  }

  private Finding current() {
    return store.find(FindingId.of("r", pod.key())).orElseThrow();
  }

  @Test
  void aFindingIsBornFixedAndReopened() {
    assertThat(only(scan(Verdict.FAIL))).isEqualTo(Kind.NEW);
    day++;
    assertThat(only(scan(Verdict.FAIL))).isEqualTo(Kind.UNCHANGED);
    assertThat(current().evaluationChangedAt()).isEqualTo(FIRST);
    assertThat(current().lastSeenAt()).isEqualTo(now());
    day++;
    assertThat(only(scan(Verdict.PASS))).isEqualTo(Kind.FIXED);
    assertThat(current().evaluationChangedAt()).isEqualTo(now());
    day++;
    assertThat(only(scan(Verdict.FAIL))).isEqualTo(Kind.REOPENED);
    assertThat(current().firstSeenAt()).isEqualTo(FIRST);
  }

  @Test
  void whatCannotBeDecidedStaysOpenAndMarked() {
    scan(Verdict.FAIL);
    day++;
    assertThat(only(scan(Verdict.UNKNOWN))).isEqualTo(Kind.UNDECIDED);
    assertThat(current().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(current().undecidedReasons()).containsExactly("why");
    assertThat(current().lastSeenAt()).isEqualTo(FIRST);
    day++;
    assertThat(only(scan(Verdict.FAIL))).isEqualTo(Kind.UNCHANGED);
    assertThat(current().undecidedReasons()).isEmpty();
  }

  @Test
  void unknownAndSkipAreNoFindings() {
    assertThat(scan(Verdict.UNKNOWN)).isEmpty();
    assertThat(scan(Verdict.SKIP)).isEmpty();
    assertThat(store.findings()).isEmpty();
  }

  @Test
  void aResourceIsGoneOnlyWhenItsTypeWasReadCompletely() {
    scan(Verdict.FAIL);
    assertThat(scan(List.of(), false)).isEmpty();
    day++;
    assertThat(only(scan(List.of(), true))).isEqualTo(Kind.GONE);
    assertThat(current().closedAt()).contains(now());
    assertThat(scan(List.of(), true)).as("known already").isEmpty();
    assertThat(only(scan(Verdict.FAIL))).isEqualTo(Kind.REOPENED);
    assertThat(current().closedAt()).isEmpty();
  }

  @Test
  void aRuleThatWasNotEvaluatedSaysNothing() {
    scan(Verdict.FAIL);
    List<Transition> other =
        store.store(
            new ScanRecord(
                "s",
                now(),
                List.of(),
                Map.of("another", List.of()),
                Set.of(new ScanRecord.Collection("c", "pod"))));
    assertThat(other).isEmpty();
    assertThat(current().closedAt()).isEmpty();
  }

  @Test
  void anotherVersionOfTheRuleIsNoDrift() {
    scan(Verdict.FAIL);
    rule = rule.toBuilder().version(2).build();
    assertThat(only(scan(Verdict.PASS))).isEqualTo(Kind.RULE_CHANGED);
  }

  @Test
  void aChangedSeverityIsTheFindingsOwn() {
    scan(Verdict.FAIL);
    rule = rule.toBuilder().severity(Severity.LOW).build();
    scan(Verdict.FAIL);
    assertThat(current().severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void mutesExpire() {
    scan(Verdict.FAIL);
    Mute mute =
        new Mute(
            Mute.Reason.RISK_ACCEPTED, "so be it", Optional.of(now().plusSeconds(10)), now(), "me");
    assertThat(store.mute(current().id(), Optional.of(mute))).isTrue();
    assertThat(store.mute("nobody", Optional.of(mute))).isFalse();
    assertThat(current().isMutedAt(now().plusSeconds(9))).isTrue();
    assertThat(current().isMutedAt(now().plusSeconds(10))).isFalse();
    scan(Verdict.FAIL);
    assertThat(current().mute()).as("mutes survive scans").contains(mute);
  }

  @Test
  void descriptionsOfMutesAreBounded() {
    List<String> wrong = new ArrayList<>();
    for (int length : new int[] {280, 281}) {
      try {
        new Mute(Mute.Reason.OTHER, "é".repeat(length), Optional.empty(), now(), "me");
      } catch (IllegalArgumentException e) {
        wrong.add(String.valueOf(e.getMessage()));
      }
    }
    assertThat(wrong).containsExactly("description has 281 characters, more than 280");
  }
}

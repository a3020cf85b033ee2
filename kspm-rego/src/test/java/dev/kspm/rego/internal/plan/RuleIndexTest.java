package dev.kspm.rego.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.Json;
import dev.kspm.rego.internal.builtins.TestContext;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which definitions an index leaves. */
class RuleIndexTest {
  private static final Value[] NONE = {};

  @Test
  void leavesDefinitionsWhoseEqualitiesHold() {
    RuleIndex index =
        index(
            "p if { input.a == 1; input.b == \"x\" }",
            "p if { input.a == 1; input.b == \"y\" }",
            "p if { input.a == 2 }",
            "p if input.c");
    assertThat(candidates(index, "{\"a\": 1, \"b\": \"x\"}")).containsExactly(0);
    assertThat(candidates(index, "{\"a\": 2, \"b\": \"x\", \"c\": 0}")).containsExactly(2, 3);
    assertThat(candidates(index, "{\"a\": 3, \"b\": \"x\"}")).isEmpty();
  }

  @Test
  void whatIsAbsentEqualsNothing() {
    RuleIndex index =
        index("p if input.a.b == 1", "p if input.a.b == 2", "p if not input.a.b == 1");
    assertThat(candidates(index, "{\"a\": \"scalar\"}")).containsExactly(2);
    assertThat(candidates(index, null)).containsExactly(2);
  }

  @Test
  void numbersAreEqualWhateverTheirText() {
    RuleIndex index = index("p if input.a == 1.0", "p if input.a == 10e-1", "p if input.a == 2");
    assertThat(candidates(index, "{\"a\": 1}")).containsExactly(0, 1);
  }

  @Test
  void linksAreCandidatesByThemselves() {
    RuleIndex index =
        index(
            "p := 1 if { input.a == 1 } else := 2 if { input.a == 2 }",
            "p := 3 if { input.a == 3 } else := 4 if { input.b == 4 }",
            "p := 5 if { input.a == 5 }");
    assertThat(candidates(index, "{\"a\": 2}")).containsExactly(1);
    assertThat(candidates(index, "{\"a\": 5, \"b\": 4}")).containsExactly(3, 4);
  }

  @Test
  void positionsGoBeyondOneWord() {
    String[] rules = new String[130];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = i == 128 ? "p if input.x" : "p if input.a == " + i;
    }
    RuleIndex index = index(rules);
    assertThat(candidates(index, "{\"a\": 63, \"x\": 1}")).containsExactly(63, 128);
    assertThat(candidates(index, "{\"a\": 64, \"x\": 1}")).containsExactly(64, 128);
    assertThat(candidates(index, "{\"a\": 129, \"x\": 1}")).containsExactly(128, 129);
    assertThat(candidates(index, "{\"a\": 500}")).isEmpty();
  }

  @Test
  void equalityInAChangedWorldSaysNothing() {
    assertThat(
            tryIndex(
                "p if q with input.a as 1", "p if q with input.a as 2", "p if q", "q if input.a"))
        .isNull();
  }

  @Test
  void fewDefinitionsHaveNone() {
    assertThat(tryIndex("p if input.a == 1", "p if input.a == 2")).isNull();
    assertThat(tryIndex("p if input.a[_] > 1", "p if not input.b", "p if input.c[_]")).isNull();
  }

  @Test
  void whatIsLookedAtMustBeThere() {
    RuleIndex index = index("p if input.a > 1", "p if { x := input.b; x.c }", "p if not input.d");
    assertThat(candidates(index, "{\"a\": 0}")).containsExactly(0, 2);
    assertThat(candidates(index, "{\"b\": {\"c\": 1}}")).containsExactly(1, 2);
    assertThat(candidates(index, "{\"b\": 1}")).containsExactly(2);
  }

  @Test
  void membersPrefixesAndShapesAreAskedFor() {
    RuleIndex index =
        index(
            "p if input.a in {1, 2}",
            "p if startswith(input.s, \"x\")",
            "p if endswith(input.s, \"y\")",
            "p if \"z\" in input.l",
            "p if input.l[_] == \"w\"",
            "p if input.l = [_, 2]",
            "p if { input.a = 3; input.a = 4 }");
    assertThat(candidates(index, "{\"a\": 2, \"s\": \"xy\"}")).containsExactly(0, 1, 2);
    assertThat(candidates(index, "{\"l\": [\"w\", 2]}")).containsExactly(4, 5);
    assertThat(candidates(index, "{\"l\": {\"z\": \"z\"}}")).containsExactly(3);
    assertThat(candidates(index, "{\"a\": 4, \"s\": 1}")).containsExactly(6);
  }

  @Test
  void arraysAreFoundByTheirConstants() {
    RuleIndex index =
        index(
            "p if { some id; input.a = [\"v1\", id]; id > 1 }",
            "p if { some id; input.a = [\"v2\", id]; id > 1 }",
            "p if { some v; input.a = [v, 3]; v != \"\" }",
            "p if { some id; input.a = [\"v1\", id]; id > 2 }",
            "p if { some id; input.a = [\"v1\", id, 3]; id > 2 }",
            "p if input.a == [\"v1\", 3]");
    assertThat(candidates(index, "{\"a\": [\"v1\", 2]}")).containsExactly(0, 3);
    assertThat(candidates(index, "{\"a\": [\"v1\", 3]}")).containsExactly(0, 2, 3, 5);
    assertThat(candidates(index, "{\"a\": [\"v1\", 2, 3]}")).containsExactly(4);
    assertThat(candidates(index, "{\"a\": \"v1\"}")).isEmpty();
  }

  @Test
  void observedRulesAskForPatternsOfTextsToo() {
    Planner planner =
        Plans.planner(
            "t.rego",
            "package t\np if glob.match(\"a*\", [], input.a)\nelse if { input.b; input.a == \"b\" }");
    RuleIndex index = planner.observedIndex(set(planner));
    assertThat(candidates(index, "{\"a\": \"ab\"}")).containsExactly(0);
    assertThat(candidates(index, "{\"a\": \"b\", \"b\": false}")).containsExactly(1);
    assertThat(candidates(index, "{\"a\": 1}")).isEmpty();
  }

  @Test
  void whatCanErrBeforeAConditionMakesItDecide() {
    assertThat(tryIndex("p if { input.a == 1; count(input.b) == 1 }")).isNull();
    RuleIndex index = index("p if { x := q; input.a == 1 }", "q := 1");
    assertThat(index.decides()).isTrue();
    assertThat(index("p if input.a == 1", "p if input.a == 2", "p if input.a == 3").decides())
        .isFalse();
  }

  private static RuleIndex index(String... rules) {
    return Objects.requireNonNull(tryIndex(rules));
  }

  private static @Nullable RuleIndex tryIndex(String... rules) {
    Planner planner = Plans.planner("t.rego", "package t\n" + String.join("\n", rules));
    return planner.index(set(planner), 0);
  }

  private static RuleSet set(Planner planner) {
    return planner.tree().ruleSets().stream()
        .filter(s -> s.name().equals("data.t.p"))
        .findFirst()
        .orElseThrow();
  }

  private static List<Integer> candidates(RuleIndex index, @Nullable String input) {
    long[] bits =
        index.candidates(
            new TestContext(), input == null ? null : Json.read(input), ObjectValue.EMPTY, NONE);
    return BitSet.valueOf(bits).stream().boxed().filter(i -> i < index.size()).toList();
  }
}

package dev.kspm.rego.internal.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bodies look like after all passes. */
class NormalFormTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          p if { x := 1; y := x }                # __local0__ = 1; __local1__ = __local0__
          p if { some k, v in input.xs; k > v }  # __local1__ = input.xs[__local0__]; gt(__local0__, __local1__)
          p if { some v in input.xs }            # __local2__ = input.xs[__local1__]
          p if { count(split(input.x, "/")) == 2 } # __local2__ = input.x; split(__local2__, "/", __local0__); count(__local0__, __local1__); __local1__ = 2
          p if { input.x == input.y[input.z] }   # __local0__ = input.z; input.x = input.y[__local0__]
          p if { x > 1; x = input.y }            # x = input.y; gt(x, 1)
          p if { not y; y = input.x }            # y = input.x; not y
          p if { [1, 2][i] > 1; i = 1 }          # __local0__ = [1, 2]; __local1__ = __local0__[i]; gt(__local1__, 1); i = 1
          p := input.x                           # __local0__ = input.x
          p contains {input.x, 1}                # __local1__ = input.x; __local0__ = {1, __local1__}
          p[input.x] := 1                        # __local0__ = input.x
          p := [f | f := input.x.y]              # __local1__ = [__local0__ | __local0__ = input.x.y]
          p if print(input)                      # true
          p if { true with input.x as input.y }  # __local0__ = input.y; true with input.x as __local0__
          p if { every x in [1] { x > 0 } }      # __local2__ = [1]; every __local0__, __local1__ in __local2__ { gt(__local1__, 0) }
          p := $"{input.x}"                      # __local2__ = {__local0__ | __local0__ = input.x}; internal.template_string([__local2__], __local1__)
          """)
  void bodies(String rule, String body) {
    assertThat(Sources.body(rule)).isEqualTo(body);
  }

  /** As {@code opa parse} shows: key by key, each with its value. */
  @Test
  void objectsAreOrderedMemberByMember() {
    assertThat(
            Sources.body("p if { x = {{\"a\": y, \"b\": 1}, {\"a\": w, \"c\": 0}}; y = 1; w = 2 }"))
        .contains("{{\"a\": w, \"c\": 0}, {\"a\": y, \"b\": 1}}");
  }

  @Test
  void membersOfObjectsAndSetsAreSortedAndUnique() {
    assertThat(Sources.body("p if { x = {\"b\": 1, \"a\": 2, \"b\": 3}; y = {2, 1, 2} }"))
        .isEqualTo("x = {\"a\": 2, \"b\": 3}; y = {1, 2}");
  }

  @Test
  void importsWinOverRules() {
    assertThat(Sources.body("import data.x.q\nq := 1\np if q")).isEqualTo("data.x.q");
  }

  @Test
  void theTreeKnowsEveryDefinition() {
    CompiledModules modules =
        Sources.compile("package a\np.q := 1\np[x] := 2 if x := \"r\"", "package a.b\nf(x) := x");
    RuleTree a = modules.rules().children().values().iterator().next();
    assertThat(a.isPackage()).isTrue();
    assertThat(a.allRules()).hasSize(3);
    assertThat(a.allRules().stream().filter(CompiledRule::isFunction)).hasSize(1);
  }

  @Test
  void theGraphKnowsWhatARuleUses() {
    CompiledModules modules =
        Sources.compile("package a\np if { q; time.now_ns() > input.x.y }\nq if data.z[_].k");
    CompiledRule p = modules.rules().allRules().get(0);
    DependencyGraph.Uses uses = modules.graph().of(p);
    assertThat(uses.rules())
        .extracting(CompiledRule::toString)
        .containsExactly("data.a.q at m0.rego:3:1");
    assertThat(uses.builtins()).contains("time.now_ns");
    assertThat(uses.documents()).extracting(Object::toString).contains("input.x.y");
    assertThat(modules.graph().reach(p)).hasSize(2);
  }
}

package dev.kspm.rego;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.internal.exec.Optimizations;
import dev.kspm.rego.policy.EvaluationLimits;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops that search for a key take steps in proportion to their results, and change no answer. */
class KeyedLoopsTest {
  private static final String JOIN =
      """
      package t
      r contains [a.id, b.id] if {
        some a in input.left
        some b in input.right
        a.key == b.key
      }
      """;

  private static final String GROUPS =
      """
      package t
      r := {k: ids |
        some x in input.left
        k := x.key
        ids := [y.id | some y in input.left; y.key == k]
      }
      """;

  /** Numbers equal by value, keys that are missing, and collections of every kind. */
  private static final String MIXED =
      """
      package t
      r contains [i, k] if {
        some i, wanted in [1, 1.0, "1", null, [1], {"a": 1}, false, 7]
        some coll in [input.mixed, {v | some v in input.mixed}, {n: v | some n, v in input.mixed}]
        some k, member in coll
        found := member.key
        found == wanted
      }
      """;

  private static String members(int n, String prefix) {
    return IntStream.range(0, n)
        .mapToObj(i -> "{\"id\": \"%s%d\", \"key\": %d}".formatted(prefix, i, i % (n / 2)))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static Value input(int n) {
    return Json.read(
        """
        {"left": %s, "right": %s,
         "mixed": [{"key": 1}, {"key": 1.00}, {"key": "1"}, {"key": null}, {"key": [1e0]}, {},
                   {"key": {"a": 1}}, {"key": false}, 5, "x", {"key": 1}, {"key": 8}]}
        """
            .formatted(members(n, "l"), members(n, "r")));
  }

  private static PreparedQuery query(RegoEngine.Builder engine, String module) {
    return engine.build().compile(List.of(PolicySource.of("t.rego", module))).prepare("data.t.r");
  }

  @ParameterizedTest
  @ValueSource(strings = {JOIN, GROUPS, MIXED})
  void answersAreThoseOfPlainLoops(String module) {
    Value input = input(40);
    Value fast = query(RegoEngine.builder(), module).evaluate(input).value();
    assertThat(fast).isNotNull();
    assertThat(fast)
        .isEqualTo(
            query(RegoEngine.builder().optimizations(Optimizations.NONE), module)
                .evaluate(input)
                .value());
  }

  @ParameterizedTest
  @ValueSource(strings = {JOIN, GROUPS})
  void stepsDoNotGrowWithTheSquare(String module) {
    RegoEngine.Builder engine =
        RegoEngine.builder().limits(EvaluationLimits.DEFAULT.withSteps(100_000));
    assertThat(query(engine, module).evaluate(input(4000)).isDefined()).isTrue();
  }

  @Test
  void whatPrintsIsNotRemembered() {
    PreparedQuery query =
        query(
            RegoEngine.builder(),
            """
            package t
            r := [n |
              some k in [1, 1, 1]
              n := [x | some x in [k]; print("seen", x)]
            ]
            """);
    List<String> lines = new ArrayList<>();
    query.evaluate(null, SessionOptions.DEFAULT.withPrint(line -> lines.add(line.text())));
    assertThat(lines).containsExactly("seen 1", "seen 1", "seen 1");
  }
}

package dev.kspm.rego;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows queries give where it is easy to give another one. */
class QueryRowsTest {
  private static final CompiledPolicy EMPTY = RegoEngine.create().compile(List.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "input.f | 1",
        "input.o[input.k] | 1",
        "input.l[count([1]) - 1] | 1",
        "input.l[0] == input.l[1] | 1",
        "x := input.f | 1",
        "input.l[_] | 1",
        "input.o[k] | 0",
        "k := \"a\"; input.o[k] | 0",
        "input.k; input.f | 0",
        "some x in [1]; false | 0",
        "input.o[input.absent] | 0"
      })
  void falseIsAnAnswerOfOneExpressionWithoutVariables(String query, int rows) {
    assertThat(
            EMPTY
                .prepare(query)
                .evaluate(
                    Json.read(
                        "{\"l\": [false, true], \"o\": {\"a\": false}, \"k\": \"a\", \"f\": false}"))
                .rows())
        .hasSize(rows);
  }

  @ParameterizedTest
  @CsvSource({"data.t.p, {}", "data.t.p.a,", "data.t.q.a, 1"})
  void defaultComesToNothingBesideOpenKeys(String query, @Nullable String value) {
    String text =
        "package t\ndefault p.a := 1\np[k] := 2 if k := input.k\ndefault q.a := 1\nq.b := 2";
    CompiledPolicy policy = RegoEngine.create().compile(List.of(PolicySource.of("t.rego", text)));
    assertThat(policy.prepare(query).evaluate(Json.read("{}")).value())
        .isEqualTo(value == null ? null : Json.read(value));
  }
}

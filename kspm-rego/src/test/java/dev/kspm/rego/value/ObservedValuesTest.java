package dev.kspm.rego.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ObservedValuesTest {
  private final ReadLog log = new ReadLog();

  /** Pods may be incomplete (hole 0); secrets were not read at all (hole 1). */
  private final ObjectValue input =
      (ObjectValue)
          ObservedValues.observe(
              Values.of(
                  Map.of(
                      "resources",
                      Map.of(
                          "pod",
                          List.of(Map.of("name", "a")),
                          "node",
                          List.of(Map.of("name", "n"))),
                      "main",
                      "pod")),
              List.of(path("resources", "pod"), path("resources", "secret")),
              log);

  private static List<Value> path(String... keys) {
    return java.util.Arrays.stream(keys).map(k -> (Value) StringValue.of(k)).toList();
  }

  private ObjectValue resources() {
    return (ObjectValue) Objects.requireNonNull(input.get("resources"));
  }

  private ArrayValue pods() {
    return (ArrayValue) Objects.requireNonNull(resources().get("pod"));
  }

  private void noticed(Integer... holes) {
    assertThat(log.noticed().stream().boxed()).containsExactly(holes);
    log.clear();
  }

  @Test
  void readingWhatIsThereNoticesNothing() {
    assertThat(input.get("main")).isEqualTo(StringValue.of("pod"));
    assertThat(resources().get("node")).isNotNull();
    assertThat(resources().get("other")).isNull();
    noticed();
  }

  @Test
  void aPositionDependsOnWhatMayBeMissingBeforeIt() {
    assertThat(pods().lookup(NumberValue.of(0))).isNotNull();
    noticed(0);
  }

  @Test
  void absenceThatAHoleExplainsIsNoticed() {
    assertThat(resources().get("secret")).isNull();
    noticed(1);
    assertThat(pods().lookup(NumberValue.of(1))).isNull();
    noticed(0);
  }

  @Test
  void iterationAndCountAreNoticed() {
    assertThat(pods().size()).isEqualTo(1);
    noticed(0);
    resources().forEach((k, v) -> {});
    noticed(1);
  }

  @Test
  void comparisonAndHashAreNoticedEachTime() {
    ArrayValue around = ArrayValue.of(input);
    for (int i = 0; i < 2; i++) {
      assertThat(around.hashCode()).isNotZero();
      noticed(0, 1);
    }
    assertThat(input.compareTo(ObjectValue.EMPTY)).isPositive();
    noticed();
    assertThat(around.toString()).contains("\"name\": \"a\"");
    noticed(0, 1);
  }

  @Test
  void nestedComputationsKeepTheirHolesApart() {
    var outer = log.enter();
    pods().size();
    assertThat(log.leave(outer).stream().boxed()).containsExactly(0);
    noticed(0);
  }
}

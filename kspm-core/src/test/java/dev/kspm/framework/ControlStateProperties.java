package dev.kspm.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ControlStateProperties {
  private static Control control(Decided decided, String... rules) {
    return Control.builder().id("1.1").title("t").decided(decided).rules(List.of(rules)).build();
  }

  private static VerdictCounts counts(int pass, int fail, int muted, int unknown, int skip) {
    return new VerdictCounts(pass, fail, muted, unknown, skip);
  }

  @Property
  void aFailureAlwaysShows(
      @ForAll Decided decided,
      @ForAll boolean attested,
      @ForAll @IntRange(max = 2) int pass,
      @ForAll @IntRange(min = 1, max = 2) int fail,
      @ForAll @IntRange(max = 2) int unknown) {
    assertThat(ControlState.of(control(decided, "r"), attested, counts(pass, fail, 1, unknown, 1)))
        .isEqualTo(ControlState.FAIL);
  }

  @Property
  void whatIsUnknownNeverPasses(
      @ForAll Decided decided,
      @ForAll boolean attested,
      @ForAll @IntRange(max = 2) int pass,
      @ForAll @IntRange(min = 1, max = 2) int unknown) {
    assertThat(ControlState.of(control(decided, "r"), attested, counts(pass, 0, 0, unknown, 0)))
        .isEqualTo(ControlState.UNKNOWN);
  }

  @Property
  void withoutAttestationNoPartOfAManualControlPasses(
      @ForAll @IntRange(max = 2) int pass, @ForAll @IntRange(max = 2) int skip) {
    VerdictCounts found = counts(pass, 0, 0, 0, skip);
    assertThat(ControlState.of(control(Decided.PARTLY, "r"), false, found))
        .isEqualTo(ControlState.MANUAL);
    assertThat(ControlState.of(control(Decided.MANUAL), false, VerdictCounts.NONE))
        .isEqualTo(ControlState.MANUAL);
  }

  @Example
  void automaticControls() {
    Control control = control(Decided.AUTOMATIC, "r");
    assertThat(ControlState.of(control, false, counts(1, 0, 0, 0, 5))).isEqualTo(ControlState.PASS);
    assertThat(ControlState.of(control, false, counts(0, 0, 0, 0, 5))).isEqualTo(ControlState.SKIP);
    assertThat(ControlState.of(control, false, counts(0, 0, 3, 0, 0)))
        .as("every finding is muted")
        .isEqualTo(ControlState.SKIP);
  }

  @Example
  void aControlWithoutRulesIsManual() {
    assertThat(ControlState.of(control(Decided.AUTOMATIC), false, VerdictCounts.NONE))
        .isEqualTo(ControlState.MANUAL);
    assertThat(Control.builder().id("1").title("t").build().decided()).isEqualTo(Decided.MANUAL);
  }

  @Example
  void attestedControls() {
    assertThat(ControlState.of(control(Decided.MANUAL), true, VerdictCounts.NONE))
        .isEqualTo(ControlState.PASS);
    assertThat(ControlState.of(control(Decided.PARTLY, "r"), true, counts(0, 0, 2, 0, 0)))
        .as("every finding is muted")
        .isEqualTo(ControlState.SKIP);
  }
}

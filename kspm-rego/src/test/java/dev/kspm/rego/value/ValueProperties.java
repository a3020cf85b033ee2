package dev.kspm.rego.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ValueProperties {
  @Provide
  Arbitrary<Value> values() {
    return ArbitraryValues.any();
  }

  @Property(tries = 500)
  void orderIsTotal(
      @ForAll("values") Value a, @ForAll("values") Value b, @ForAll("values") Value c) {
    assertThat(a.compareTo(a)).isZero();
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
    if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
      assertThat(a.compareTo(c)).isLessThanOrEqualTo(0);
    }
  }

  @Property(tries = 500)
  void equalityHashAndOrderAgree(@ForAll("values") Value a, @ForAll("values") Value b) {
    assertThat(a.equals(b)).isEqualTo(a.compareTo(b) == 0);
    if (a.equals(b)) {
      assertThat(a).hasSameHashCodeAs(b);
    }
  }

  @Property(tries = 300)
  void setsForgetOrderAndRepetition(
      @ForAll("values") Value a, @ForAll("values") Value b, @ForAll("values") Value c) {
    List<Value> elements = new ArrayList<>(List.of(a, b, c, a));
    SetValue one = SetValue.of(elements);
    Collections.shuffle(elements, new Random(7));
    SetValue other = SetValue.of(elements);
    assertThat((Object) one)
        .isEqualTo(other)
        .hasSameHashCodeAs(other)
        .hasToString(other.toString());
    assertThat(one.contains(a)).isTrue();
    for (int i = 1; i < one.size(); i++) {
      assertThat(one.elementAt(i - 1).compareTo(one.elementAt(i))).isNegative();
    }
  }

  @Property(tries = 300)
  void adaptedValuesEqualPlainOnes(@ForAll("values") Value value) {
    Value plain = Values.of(Values.toJava(value));
    assertThat(Values.of(Values.toJava(plain))).isEqualTo(plain).hasSameHashCodeAs(plain);
  }
}

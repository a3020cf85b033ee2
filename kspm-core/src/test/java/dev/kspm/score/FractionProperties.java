package dev.kspm.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FractionProperties {
  @Property
  void equalNumbersAreEqual(@ForAll short a, @ForAll short b, @ForAll short factor) {
    Assume.that(b != 0 && factor != 0);
    Fraction plain = Fraction.of(a, b);
    assertThat(Fraction.of((long) a * factor, (long) b * factor)).isEqualTo(plain);
    assertThat(plain.denominator().signum()).isPositive();
  }

  @Property
  void sumAndProductAreExact(@ForAll short a, @ForAll short b, @ForAll short c, @ForAll short d) {
    Assume.that(b != 0 && d != 0);
    Fraction x = Fraction.of(a, b);
    Fraction y = Fraction.of(c, d);
    assertThat(x.plus(y)).isEqualTo(y.plus(x));
    assertThat(x.plus(y).times(Fraction.of((long) b * d, 1)))
        .isEqualTo(Fraction.of((long) a * d + (long) c * b, 1));
    if (c != 0) {
      assertThat(x.over(y).times(y)).isEqualTo(x);
    }
    assertThat(Integer.signum(x.compareTo(y))).isEqualTo(-Integer.signum(y.compareTo(x)));
  }

  @Example
  void thereIsNoDenominatorZero() {
    assertThatThrownBy(() -> Fraction.of(1, 0)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Fraction.ONE.over(Fraction.ZERO))
        .isInstanceOf(ArithmeticException.class);
  }
}

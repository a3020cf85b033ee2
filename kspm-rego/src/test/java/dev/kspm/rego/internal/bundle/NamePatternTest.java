package dev.kspm.rego.internal.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
  @ParameterizedTest
  @CsvSource({
    "abc, abc, true",
    "*, abc, true",
    "*c, abc, true",
    "a*, ab/c, false",
    "a*/b, a/c/b, false",
    "a?c, abc, true",
    "a?c, a/c, false",
    "ab[b-d], abc, true",
    "ab[e-g], abc, false",
    "ab[^e-g], abc, true",
    "ab[^b-d], abc, false",
    "'a\\*b', a*b, true",
    "'a\\*b', ab, false",
    "'[\\]a]', ], true",
    "'[', a, false",
    "'[-]', -, false",
    "'[x-]', x, false",
    "'a[', ab, false",
    "'\\', a, false",
    "*x, xxx, true",
    "'[]a]', ], false",
    ".*, .git, true",
    ".*, git, false",
    "é?, éé, true",
  })
  void matchesAsGoDoes(String pattern, String name, boolean matches) {
    assertThat(NamePattern.of(pattern).matches(name)).isEqualTo(matches);
  }
}

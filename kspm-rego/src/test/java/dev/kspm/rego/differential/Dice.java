package dev.kspm.rego.differential;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random choices that a seed repeats. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L + 0x7F4A7C15L);
  }

  /** From 0 to {@code bound - 1}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /** Whether something happens that does so in so many of a hundred cases. */
  boolean percent(int share) {
    return random.nextInt(100) < share;
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  @SafeVarargs
  final <T> T pick(T first, T... others) {
    int i = random.nextInt(others.length + 1);
    return i == 0 ? first : others[i - 1];
  }

  void shuffle(List<?> list) {
    Collections.shuffle(list, random);
  }
}

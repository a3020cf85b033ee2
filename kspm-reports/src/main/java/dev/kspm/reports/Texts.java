package dev.kspm.reports;

import dev.kspm.resource.Completeness;
import java.util.Locale;

/** Texts of the model as reports write them. */
final class Texts {
  private Texts() {}

  /** How much was read; of what nobody asked for nothing is there. */
  static String state(Completeness.State state) {
    return state == Completeness.State.NOT_ASKED ? lower(Completeness.State.ABSENT) : lower(state);
  }

  /** The name of a constant in lower case. */
  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}

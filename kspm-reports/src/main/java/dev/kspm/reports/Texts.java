package dev.kspm.reports;

import java.util.Locale;

/** Texts of the model as reports write them. */
final class Texts {
  private Texts() {}

  /** The name of a constant in lower case. */
  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}

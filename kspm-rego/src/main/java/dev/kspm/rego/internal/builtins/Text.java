package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.value.StringValue;

/** What builtins that make text have in common. */
final class Text {
  private static final int CELL = 64;

  private Text() {}

  /** Counts a text that is about to be built. */
  static void charge(BuiltinContext context, long length) {
    context.work(1 + (length >> 6));
    context.build(length / CELL);
  }

  static StringValue of(BuiltinContext context, String text) {
    charge(context, text.length());
    return StringValue.of(text);
  }

  static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  /** How often a non-empty string occurs, without overlaps. */
  static int occurrences(String text, String of) {
    int count = 0;
    for (int at = text.indexOf(of); at >= 0; at = text.indexOf(of, at + of.length())) {
      count++;
    }
    return count;
  }
}

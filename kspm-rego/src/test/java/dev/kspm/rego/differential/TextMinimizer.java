package dev.kspm.rego.differential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Makes a text smaller while it stays interesting: first by lines, then by lexemes. */
final class TextMinimizer {
  private final Predicate<String> interesting;
  private int budget = 3000;

  private TextMinimizer(Predicate<String> interesting) {
    this.interesting = interesting;
  }

  static String minimize(String text, Predicate<String> interesting) {
    TextMinimizer minimizer = new TextMinimizer(interesting);
    String now = text;
    String before;
    do {
      before = now;
      now = minimizer.shrink(Arrays.asList(now.split("(?<=\n)", -1)));
      now = minimizer.shrink(Lexemes.of(now));
    } while (!now.equals(before) && minimizer.budget > 0);
    return now;
  }

  private String shrink(List<String> parts) {
    List<String> now = parts;
    for (int size = Math.max(1, now.size() / 2); size > 0; size /= 2) {
      for (int i = now.size() - size; i >= 0; i -= size) {
        if (i + size > now.size()) {
          continue;
        }
        List<String> fewer = new ArrayList<>(now);
        fewer.subList(i, i + size).clear();
        if (budget-- > 0 && interesting.test(String.join("", fewer))) {
          now = fewer;
        }
      }
    }
    return String.join("", now);
  }
}

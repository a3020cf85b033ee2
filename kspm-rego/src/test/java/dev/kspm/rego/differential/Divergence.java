package dev.kspm.rego.differential;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How two answers differ.
 *
 * @param kind the nature of the difference, which minimising keeps
 * @param detail both sides
 */
record Divergence(String kind, String detail) {
  /** What is different, or {@code null} when nothing is. */
  static @Nullable Divergence between(Answers ours, Answers theirs) {
    if (!sorted(ours.errors()).equals(sorted(theirs.errors()))) {
      return new Divergence(
          "compile " + kind(ours.errors()) + "/" + kind(theirs.errors()),
          "ours   " + ours.errors() + "\ntheirs " + theirs.errors());
    }
    for (int i = 0; i < ours.queries().size(); i++) {
      Divergence found = between(ours.queries().get(i), theirs.queries().get(i));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Divergence between(Answers.Answer ours, Answers.Answer theirs) {
    String detail = "ours   " + text(ours) + "\ntheirs " + text(theirs);
    if (!sorted(ours.errors()).equals(sorted(theirs.errors()))) {
      boolean sameCodes = codes(ours.errors()).equals(codes(theirs.errors()));
      if (sameCodes && isEvaluation(ours.errors())) {
        // Several errors are possible where several rules err; any of them will do.
        return null;
      }
      return new Divergence("error " + kind(ours.errors()) + "/" + kind(theirs.errors()), detail);
    } else if (!ours.rows().equals(theirs.rows())) {
      String kind =
          ours.rows().isEmpty()
              ? "ours undefined"
              : theirs.rows().isEmpty() ? "theirs undefined" : "rows";
      return new Divergence(kind, detail);
    } else if (!sorted(ours.printed()).equals(sorted(theirs.printed()))) {
      List<String> one = ours.printed().stream().distinct().sorted().toList();
      List<String> two = theirs.printed().stream().distinct().sorted().toList();
      String kind =
          one.equals(two)
              ? "printed number"
              : one.containsAll(two)
                  ? "printed more"
                  : two.containsAll(one) ? "printed less" : "printed other";
      return new Divergence(kind, detail);
    }
    return null;
  }

  private static boolean isEvaluation(List<String> errors) {
    return errors.stream().allMatch(e -> e.startsWith("eval_"));
  }

  private static String text(Answers.Answer answer) {
    return answer.rows()
        + (answer.printed().isEmpty() ? "" : " printed " + answer.printed())
        + (answer.errors().isEmpty() ? "" : " errors " + answer.errors());
  }

  private static List<String> sorted(List<String> list) {
    List<String> sorted = new ArrayList<>(list);
    sorted.sort(null);
    return sorted;
  }

  private static List<String> codes(List<String> errors) {
    return errors.stream().map(e -> e.substring(0, e.indexOf(':'))).distinct().sorted().toList();
  }

  private static String kind(List<String> errors) {
    return errors.isEmpty()
        ? "none"
        : errors
            .get(0)
            .replaceAll("(?s)@.*", "")
            .replaceAll("\\b(v\\d+|r\\d+|__local\\d+__)\\b", "x")
            .replaceAll("[^a-z_: ]+", "")
            .replaceAll("(.{60}).*", "$1");
  }
}

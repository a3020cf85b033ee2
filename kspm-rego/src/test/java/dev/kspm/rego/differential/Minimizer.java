package dev.kspm.rego.differential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Makes a program smaller while it stays interesting. */
final class Minimizer {
  private final Predicate<Program> interesting;
  private Program best;
  private int budget = 1500;

  private Minimizer(Program program, Predicate<Program> interesting) {
    this.best = program;
    this.interesting = interesting;
  }

  static Program minimize(Program program, Predicate<Program> interesting) {
    Minimizer minimizer = new Minimizer(program, interesting);
    Program before;
    do {
      before = minimizer.best;
      minimizer.pass();
    } while (!before.equals(minimizer.best) && minimizer.budget > 0);
    return minimizer.best;
  }

  private void pass() {
    for (String query : best.queries()) {
      if (best.queries().size() > 1 && attempt(best.withQueries(List.of(query)))) {
        break;
      }
    }
    for (int i = best.modules().size() - 1; i >= 0; i--) {
      List<Program.Text> fewer = new ArrayList<>(best.modules());
      fewer.remove(i);
      attempt(best.withModules(fewer));
    }
    attempt(best.withData("{}"));
    attempt(best.withInput(null));
    attempt(best.withInput("{}"));
    for (int i = 0; i < best.modules().size(); i++) {
      int at = i;
      shrink(best.modules().get(i).text(), text -> best.withModules(replaced(at, text)));
    }
    shrink(best.queries().get(0), text -> best.withQueries(List.of(text)));
    shrink(best.data(), best::withData);
    String input = best.input();
    if (input != null) {
      shrink(input, best::withInput);
    }
  }

  private List<Program.Text> replaced(int at, String text) {
    List<Program.Text> modules = new ArrayList<>(best.modules());
    modules.set(at, new Program.Text(modules.get(at).name(), text, modules.get(at).version()));
    return modules;
  }

  /** How a text becomes part of a program. */
  private interface Place {
    Program with(String text);
  }

  private void shrink(String text, Place place) {
    String now = lines(text, place);
    now = statements(now, place);
    brackets(now, place);
  }

  private String lines(String text, Place place) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    for (int size = Math.max(1, lines.size() / 2); size > 0; size /= 2) {
      for (int i = lines.size() - size; i >= 0; i--) {
        if (i + size <= lines.size()) {
          List<String> fewer = new ArrayList<>(lines);
          fewer.subList(i, i + size).clear();
          if (attempt(place, String.join("\n", fewer))) {
            lines = fewer;
          }
        }
      }
    }
    return String.join("\n", lines);
  }

  /** Takes out what stands between separators, at any depth. */
  private String statements(String text, Place place) {
    String now = text;
    for (int from = now.length() - 1; from >= 0; from--) {
      if (from < now.length() && ",;|([{ ".indexOf(now.charAt(from)) >= 0) {
        int to = end(now, from + 1);
        if (to > from + 1 || to < now.length()) {
          String after = now.substring(to);
          String without =
              now.substring(0, from + 1)
                  + (after.startsWith(",") || after.startsWith(";") ? after.substring(1) : after);
          String joined = now.substring(0, from) + after;
          if (attempt(place, without)) {
            now = without;
          } else if (now.charAt(from) != '(' && attempt(place, joined)) {
            now = joined;
          }
        }
      }
    }
    return now;
  }

  /** Replaces what is in brackets by something small. */
  private void brackets(String text, Place place) {
    String now = text;
    for (int from = now.length() - 1; from >= 0; from--) {
      if (from < now.length() && "([{".indexOf(now.charAt(from)) >= 0) {
        int to = Math.min(now.length(), end(now, from + 1) + 1);
        while (to < now.length() && ")]}".indexOf(now.charAt(to - 1)) < 0) {
          to = Math.min(now.length(), end(now, to) + 1);
        }
        String inside = now.substring(from + 1, Math.max(from + 1, to - 1));
        int start = from;
        while (start > 0
            && (Character.isLetterOrDigit(now.charAt(start - 1))
                || "._".indexOf(now.charAt(start - 1)) >= 0)) {
          start--;
        }
        for (String small : List.of("1", "[]", "{}", "\"a\"", inside, "true")) {
          String shorter = now.substring(0, start) + small + now.substring(to);
          if (shorter.length() < now.length() && attempt(place, shorter)) {
            now = shorter;
            break;
          }
        }
      }
    }
  }

  /** The end of the part that starts here: a separator or bracket of its own level. */
  private static int end(String text, int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        if (depth-- == 0) {
          return i;
        }
      } else if (depth == 0 && ",;|\n".indexOf(c) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  private boolean attempt(Place place, String text) {
    return attempt(place.with(text));
  }

  private boolean attempt(Program smaller) {
    if (budget-- > 0 && !smaller.equals(best) && isInteresting(smaller)) {
      best = smaller;
      return true;
    }
    return false;
  }

  private boolean isInteresting(Program smaller) {
    return interesting.test(smaller);
  }
}

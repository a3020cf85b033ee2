package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A regular expression on its way to RE2/J: refuses what Go refuses and RE2/J does not, and takes
 * the names of groups out, since Go lets two groups have one name.
 */
final class RegexSource {
  private static final int MOST_REPEATS = 1000;

  private final String source;
  private final StringBuilder out = new StringBuilder();
  private final List<String> names = new ArrayList<>();
  private final Deque<Integer> outer = new ArrayDeque<>();

  /** The largest product of repeat counts in the group being read, and in the last atom. */
  private int inGroup = 1;

  private int inAtom = 1;
  private int at;

  private RegexSource(String source) {
    this.source = source;
    names.add("");
  }

  /** Source without names, and the names by group; group 0 is the whole match. */
  record Unnamed(String source, List<String> names) {}

  static Unnamed read(String source) {
    RegexSource reader = new RegexSource(source);
    while (reader.at < source.length()) {
      reader.element();
    }
    return new Unnamed(reader.out.toString(), reader.names);
  }

  static BuiltinException refused(String why, String part) {
    return BuiltinException.failed("error parsing regexp: " + why + ": `" + part + "`");
  }

  private void copy(int end) {
    out.append(source, at, Math.min(end, source.length()));
    at = Math.min(end, source.length());
  }

  private void element() {
    char c = source.charAt(at);
    switch (c) {
      case '\\' -> {
        escape();
        inAtom = 1;
      }
      case '[' -> {
        characterClass();
        inAtom = 1;
      }
      case '(' -> group();
      case ')' -> {
        copy(at + 1);
        inAtom = inGroup;
        inGroup = Math.max(inGroup, outer.isEmpty() ? 1 : outer.pop());
      }
      case '{' -> repeat();
      case '*', '+', '?' -> copy(at + 1);
      default -> {
        copy(at + 1);
        inAtom = 1;
      }
    }
  }

  private void escape() {
    if (at + 1 < source.length() && source.charAt(at + 1) >= 0x80) {
      throw refused(
          "invalid escape sequence", source.substring(at, source.offsetByCodePoints(at, 2)));
    }
    if (source.startsWith("\\Q", at)) {
      int end = source.indexOf("\\E", at);
      copy(end < 0 ? source.length() : end + 2);
    } else {
      copy(at + 2);
    }
  }

  private void characterClass() {
    copy(at + 1);
    if (at < source.length() && source.charAt(at) == '^') {
      copy(at + 1);
    }
    boolean first = true;
    while (at < source.length() && (first || source.charAt(at) != ']')) {
      first = false;
      if (source.charAt(at) == '\\') {
        escape();
      } else if (source.startsWith("[:", at) && source.indexOf(":]", at) > 0) {
        copy(source.indexOf(":]", at) + 2);
      } else {
        copy(at + 1);
      }
    }
    copy(at + 1);
  }

  private void group() {
    outer.push(inGroup);
    inGroup = 1;
    inAtom = 1;
    if (!source.startsWith("(?", at)) {
      names.add("");
      copy(at + 1);
      return;
    }
    int start = source.startsWith("(?P<", at) ? at + 4 : source.startsWith("(?<", at) ? at + 3 : -1;
    if (start < 0) {
      copy(at + 2);
      return;
    }
    int end = source.indexOf('>', start);
    if (end < 0 && start == source.length()) {
      throw refused("invalid or unsupported Perl syntax", source.substring(at, start - 1));
    }
    if (end > start && isName(source.substring(start, end))) {
      names.add(source.substring(start, end));
      out.append('(');
      at = end + 1;
    } else {
      copy(start);
    }
  }

  private static boolean isName(String name) {
    return name.chars().allMatch(c -> c == '_' || c < 0x80 && Character.isLetterOrDigit((char) c));
  }

  private void repeat() {
    int end = source.indexOf('}', at);
    String counts = end < 0 ? "" : source.substring(at + 1, end);
    if (!counts.matches("\\d{1,4}(,\\d{0,4})?")) {
      copy(at + 1);
      inAtom = 1;
      return;
    }
    int comma = counts.indexOf(',');
    int least = Integer.parseInt(comma < 0 ? counts : counts.substring(0, comma));
    int most =
        comma < 0 || comma == counts.length() - 1
            ? least
            : Integer.parseInt(counts.substring(comma + 1));
    if (most <= MOST_REPEATS && Math.max(1, most) * inAtom > MOST_REPEATS && most > 0) {
      throw refused("invalid repeat count", source.substring(at, end + 1));
    }
    inGroup = Math.max(inGroup, inAtom * Math.max(1, Math.min(most, MOST_REPEATS)));
    inAtom *= Math.max(1, Math.min(most, MOST_REPEATS));
    copy(end + 1);
  }
}

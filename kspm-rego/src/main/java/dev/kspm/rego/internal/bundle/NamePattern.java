package dev.kspm.rego.internal.bundle;

/**
 * A pattern for names of files and folders: {@code *}, {@code ?}, {@code [a-z]}, {@code [^a-z]} and
 * {@code \}; a name with a slash is matched by a pattern with a slash only. A pattern that is
 * broken matches nothing.
 */
public final class NamePattern {
  private final int[] pattern;

  private NamePattern(String pattern) {
    this.pattern = pattern.codePoints().toArray();
  }

  public static NamePattern of(String pattern) {
    return new NamePattern(pattern);
  }

  public boolean matches(String name) {
    return matches(0, name.codePoints().toArray(), 0);
  }

  private boolean matches(int at, int[] name, int from) {
    int p = at;
    int n = from;
    while (p < pattern.length) {
      int c = pattern[p];
      if (c == '*') {
        return star(p + 1, name, n);
      }
      if (n == name.length) {
        return false;
      }
      if (c == '[') {
        int end = bracket(p, name[n]);
        if (end < 0) {
          return false;
        }
        p = end;
      } else if (c == '?') {
        if (name[n] == '/') {
          return false;
        }
        p++;
      } else {
        if (c == '\\' && ++p == pattern.length || pattern[p] != name[n]) {
          return false;
        }
        p++;
      }
      n++;
    }
    return n == name.length;
  }

  private boolean star(int rest, int[] name, int from) {
    for (int n = from; n <= name.length; n++) {
      if (matches(rest, name, n)) {
        return true;
      }
      if (n < name.length && name[n] == '/') {
        return false;
      }
    }
    return false;
  }

  /** The index after the bracket that begins here, or -1 when it does not take the character. */
  private int bracket(int at, int c) {
    int p = at + 1;
    boolean negated = p < pattern.length && pattern[p] == '^';
    if (negated) {
      p++;
    }
    boolean found = false;
    boolean first = true;
    while (p < pattern.length && (pattern[p] != ']' || first)) {
      first = false;
      int low = character(p);
      p = after(p);
      int high = low;
      if (p < pattern.length && pattern[p] == '-') {
        high = character(p + 1);
        p = after(p + 1);
      }
      if (low < 0 || high < 0) {
        return -1;
      }
      found |= low <= c && c <= high;
    }
    return p < pattern.length && found != negated ? p + 1 : -1;
  }

  /** A character of a bracket, or -1 where none may stand. */
  private int character(int at) {
    if (at >= pattern.length || pattern[at] == '-' || pattern[at] == ']') {
      return -1;
    }
    if (pattern[at] == '\\') {
      return at + 1 < pattern.length ? pattern[at + 1] : -1;
    }
    return pattern[at];
  }

  private int after(int at) {
    return at < pattern.length && pattern[at] == '\\' ? at + 2 : at + 1;
  }
}

package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether two expressions of characters, dots, sets, stars and pluses have a common match, as far
 * as OPA sees it: a repeated token takes tokens of the other side one by one, and stops early only
 * where the token behind it fits too.
 */
final class GlobIntersection {
  private enum Repeat {
    ONCE,
    PLUS,
    STAR
  }

  private record Range(int low, int high) {}

  /** One position; a dot has no ranges. */
  private record Token(List<Range> ranges, boolean dot, Repeat repeat) {
    boolean meets(Token other) {
      if (dot || other.dot) {
        return true;
      }
      for (Range mine : ranges) {
        for (Range theirs : other.ranges) {
          if (mine.low <= theirs.high && theirs.low <= mine.high) {
            return true;
          }
        }
      }
      return false;
    }
  }

  private final BuiltinContext context;

  private GlobIntersection(BuiltinContext context) {
    this.context = context;
  }

  static Value globsMatch(BuiltinContext context, Value[] args) {
    String first = Operands.string(args, 1);
    String second = Operands.string(args, 2);
    context.work((long) first.length() + second.length());
    List<Token> a = new Reader(first).tokens();
    List<Token> b = new Reader(second).tokens();
    return BooleanValue.of(new GlobIntersection(context).meet(a, 0, b, 0));
  }

  private boolean meet(List<Token> a, int i, List<Token> b, int j) {
    context.work(1);
    int x = i;
    int y = j;
    while (x < a.size() && y < b.size()) {
      Token mine = a.get(x);
      Token theirs = b.get(y);
      if (mine.repeat != Repeat.ONCE) {
        return repeated(a, x, b, y);
      } else if (theirs.repeat != Repeat.ONCE) {
        return repeated(b, y, a, x);
      } else if (!mine.meets(theirs)) {
        return false;
      }
      x++;
      y++;
    }
    return x == a.size() && y == b.size();
  }

  private boolean repeated(List<Token> repeating, int at, List<Token> other, int from) {
    Token token = repeating.get(at);
    int next = from;
    if (token.repeat == Repeat.PLUS) {
      if (!token.meets(other.get(from))) {
        return false;
      }
      next++;
    }
    Token after = at + 1 < repeating.size() ? repeating.get(at + 1) : null;
    for (int i = next; i < other.size(); i++) {
      context.work(1);
      if (after != null && after.meets(other.get(i)) && meet(repeating, at + 1, other, i)) {
        return true;
      }
      if (!token.meets(other.get(i))) {
        return false;
      }
    }
    return after == null;
  }

  /** Reads one expression. */
  private static final class Reader {
    private final String source;
    private final int[] text;
    private int at;

    Reader(String source) {
      this.source = source;
      this.text = source.codePoints().toArray();
    }

    private BuiltinException invalid(int position, String why) {
      return BuiltinException.failed(
          "input:" + source + ", pos:" + position + ", " + why + ": the input provided is invalid");
    }

    List<Token> tokens() {
      List<Token> tokens = new ArrayList<>();
      while (at < text.length) {
        int c = text[at];
        at++;
        switch (c) {
          case '*', '+' -> repeatLast(tokens, c);
          case '.' -> tokens.add(new Token(List.of(), true, Repeat.ONCE));
          case '[' -> tokens.add(set());
          case ']' -> throw invalid(at, "set-close ']' with no preceding '['");
          default -> {
            int plain = c == '\\' ? escaped(at - 1) : c;
            tokens.add(new Token(List.of(new Range(plain, plain)), false, Repeat.ONCE));
          }
        }
      }
      return tokens;
    }

    private void repeatLast(List<Token> tokens, int flag) {
      int last = tokens.size() - 1;
      if (last < 0 || tokens.get(last).repeat != Repeat.ONCE) {
        throw invalid(at, "flag '" + (char) flag + "' must be preceded by a non-flag");
      }
      Token token = tokens.get(last);
      tokens.set(last, new Token(token.ranges, token.dot, flag == '*' ? Repeat.STAR : Repeat.PLUS));
    }

    private int escaped(int position) {
      if (at == text.length) {
        throw invalid(position, "input ends with a \\ (escape) character");
      }
      int c = text[at];
      at++;
      return c;
    }

    private Token set() {
      List<Range> ranges = new ArrayList<>();
      int before = -1;
      while (at < text.length) {
        int c = text[at];
        at++;
        if (c == ']') {
          return new Token(ranges, false, Repeat.ONCE);
        } else if (c == '-') {
          ranges.add(range(before));
          before = -1;
        } else {
          before = c == '\\' ? escaped(at - 1) : c;
          ranges.add(new Range(before, before));
        }
      }
      throw invalid(at, "found [ without matching ]");
    }

    private Range range(int low) {
      if (low < 0) {
        throw invalid(at, "range character '-' must be preceded by a Unicode character");
      }
      if (at == text.length || text[at] == ']') {
        throw invalid(at, "range character '-' must be followed by a Unicode character");
      }
      int high = text[at];
      at++;
      if (high == '\\') {
        high = escaped(at - 1);
      }
      if (high < low) {
        throw invalid(
            at,
            "range is out of order: '"
                + Character.toString(high)
                + "' comes before '"
                + Character.toString(low)
                + "' in Unicode");
      }
      return new Range(low, high);
    }
  }
}

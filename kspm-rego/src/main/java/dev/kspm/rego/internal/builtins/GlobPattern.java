package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A glob with {@code *}, {@code **}, {@code ?}, {@code [ab]}, {@code [!a-b]}, {@code {a,b}} and
 * {@code \}, as a machine whose states all advance together, so that no pattern makes it slow.
 */
final class GlobPattern {
  private enum Kind {
    CHARACTER,
    ANY_BUT_SEPARATOR,
    ANY,
    SET,
    NOT_SET,
    FORK,
    JUMP,
    END
  }

  /**
   * A state.
   *
   * @param characters pairs of bounds of a set
   * @param next where a jump goes and where a fork may go besides the state behind it
   */
  private record State(Kind kind, List<Integer> characters, int next) {}

  private final List<State> states;
  private final Set<Integer> separators;

  private GlobPattern(List<State> states, Set<Integer> separators) {
    this.states = states;
    this.separators = separators;
  }

  static GlobPattern compile(String source, Set<Integer> separators) {
    Reader reader = new Reader(source);
    reader.sequence(0);
    reader.emit(Kind.END, List.of(), 0);
    return new GlobPattern(reader.states, separators);
  }

  boolean matches(BuiltinContext context, String text) {
    context.work(1 + ((long) text.length() * states.size() >> 4));
    Front front = new Front(states.size());
    Front next = new Front(states.size());
    enter(front, 0);
    for (int i = 0; i < text.length() && front.size > 0; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      next.clear();
      for (int k = 0; k < front.size; k++) {
        int state = front.members[k];
        if (takes(states.get(state), c)) {
          enter(next, state + 1);
        }
      }
      Front swap = front;
      front = next;
      next = swap;
    }
    return front.has(states.size() - 1);
  }

  private boolean takes(State state, int c) {
    return switch (state.kind) {
      case CHARACTER -> state.next == c;
      case ANY -> true;
      case ANY_BUT_SEPARATOR -> !separators.contains(c);
      case SET -> inSet(state.characters, c);
      case NOT_SET -> !inSet(state.characters, c);
      default -> false;
    };
  }

  private static boolean inSet(List<Integer> bounds, int c) {
    for (int i = 0; i < bounds.size(); i += 2) {
      if (bounds.get(i) <= c && c <= bounds.get(i + 1)) {
        return true;
      }
    }
    return false;
  }

  private void enter(Front front, int first) {
    int[] open = front.open;
    int count = 0;
    open[count++] = first;
    while (count > 0) {
      int at = open[--count];
      if (!front.add(at)) {
        continue;
      }
      State state = states.get(at);
      if (state.kind == Kind.JUMP || state.kind == Kind.FORK) {
        open[count++] = state.next;
      }
      if (state.kind == Kind.FORK) {
        open[count++] = at + 1;
      }
    }
  }

  /** A set of states that can be cleared at once. */
  private static final class Front {
    private final int[] members;
    private final int[] places;
    private final int[] open;
    private int size;

    Front(int states) {
      members = new int[states];
      places = new int[states];
      open = new int[2 * states + 1];
    }

    void clear() {
      size = 0;
    }

    boolean has(int state) {
      int place = places[state];
      return place < size && members[place] == state;
    }

    boolean add(int state) {
      if (has(state)) {
        return false;
      }
      places[state] = size;
      members[size++] = state;
      return true;
    }
  }

  /** Reads a glob. */
  private static final class Reader {
    private final String source;
    private final List<State> states = new ArrayList<>();
    private int at;

    Reader(String source) {
      this.source = source;
    }

    private int emit(Kind kind, List<Integer> characters, int next) {
      states.add(new State(kind, characters, next));
      return states.size() - 1;
    }

    private void fork(int from, int to) {
      states.set(from, new State(states.get(from).kind, List.of(), to));
    }

    private BuiltinException error(String why) {
      int position = source.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
      return BuiltinException.failed("glob: syntax error at " + position + ": " + why);
    }

    private int take() {
      if (at >= source.length()) {
        throw error("unexpected end of input");
      }
      int c = source.codePointAt(at);
      at += Character.charCount(c);
      return c;
    }

    /** Reads up to the end, or inside braces up to a comma or the closing brace. */
    void sequence(int depth) {
      while (at < source.length()) {
        char c = source.charAt(at);
        if (depth > 0 && (c == ',' || c == '}')) {
          return;
        }
        int taken = take();
        switch (taken) {
          case '*' -> stars();
          case '?' -> emit(Kind.ANY_BUT_SEPARATOR, List.of(), 0);
          case '[' -> set();
          case '{' -> alternatives(depth);
          case '\\' -> {
            if (at >= source.length()) {
              throw error("trailing backslash");
            }
            emit(Kind.CHARACTER, List.of(), take());
          }
          default -> emit(Kind.CHARACTER, List.of(), taken);
        }
      }
    }

    private void stars() {
      boolean all = false;
      while (at < source.length() && source.charAt(at) == '*') {
        at++;
        all = true;
      }
      int start = emit(Kind.FORK, List.of(), 0);
      emit(all ? Kind.ANY : Kind.ANY_BUT_SEPARATOR, List.of(), 0);
      emit(Kind.JUMP, List.of(), start);
      fork(start, states.size());
    }

    private void alternatives(int depth) {
      List<Integer> ends = new ArrayList<>();
      while (true) {
        int start = emit(Kind.FORK, List.of(), 0);
        sequence(depth + 1);
        if (at >= source.length()) {
          throw error("unclosed `{`");
        }
        boolean last = take() == '}';
        ends.add(emit(Kind.JUMP, List.of(), 0));
        // The last alternative has no other beside it.
        fork(start, last ? start + 1 : states.size());
        if (last) {
          break;
        }
      }
      for (int end : ends) {
        fork(end, states.size());
      }
    }

    private void set() {
      boolean not = source.startsWith("!", at);
      if (not) {
        at++;
      }
      int low = take();
      if (source.startsWith("-", at)) {
        range(not, low);
        return;
      }
      List<Integer> characters = new ArrayList<>();
      for (int c = low; c != ']'; c = take()) {
        int plain = c == '\\' ? take() : c;
        characters.add(plain);
        characters.add(plain);
      }
      if (characters.isEmpty()) {
        throw error("could not parse range");
      }
      emit(not ? Kind.NOT_SET : Kind.SET, characters, 0);
    }

    private void range(boolean not, int low) {
      at++;
      int high = take();
      if (take() != ']') {
        throw error("expected close range character");
      }
      if (high < low) {
        throw error("range hi character is less than lo");
      }
      emit(not ? Kind.NOT_SET : Kind.SET, List.of(low, high), 0);
    }
  }
}

package dev.kspm.rego.internal.plan;

import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells which definitions of a rule set can match, without running them.
 *
 * <p>Each definition that can succeed only if some path of the input, or some parameter, equals a
 * constant is entered under that constant; one that does not care about the path is entered for
 * every value. The candidates are the intersection over all paths. An {@code else} chain cares
 * about a path only if all its links do, and is then a candidate for the constants of any of them.
 */
public final class RuleIndex {
  /** Below this many definitions running them is as cheap as asking. */
  private static final int SMALLEST = 3;

  private final int size;
  private final Entry[] entries;

  private RuleIndex(int size, List<Entry> entries) {
    this.size = size;
    this.entries = entries.toArray(new Entry[0]);
  }

  /**
   * An index over the chains of a rule set.
   *
   * @return {@code null} when nothing can be told
   */
  public static @Nullable RuleIndex of(List<List<Procedure>> chains) {
    if (chains.size() < SMALLEST) {
      return null;
    }
    List<Map<Subject, List<Value>>> wanted = new ArrayList<>();
    Map<Subject, Integer> known = new LinkedHashMap<>();
    for (List<Procedure> chain : chains) {
      Map<Subject, List<Value>> constants = constants(chain);
      wanted.add(constants);
      constants.keySet().forEach(subject -> known.merge(subject, 1, Integer::sum));
    }
    List<Entry> entries = new ArrayList<>();
    known.forEach((subject, count) -> entries.add(Entry.of(subject, wanted)));
    return entries.isEmpty() ? null : new RuleIndex(chains.size(), entries);
  }

  /** What is compared: a parameter, or a path of the input. */
  public record Subject(int param, List<Value> path) {
    boolean isInput() {
      return param < 0;
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(isInput() ? "input" : "$" + param);
      path.forEach(key -> text.append(ExpressionText.member(key)));
      return text.toString();
    }
  }

  private static Map<Subject, List<Value>> constants(List<Procedure> chain) {
    Map<Subject, List<Value>> common = null;
    for (Procedure link : chain) {
      Map<Subject, Value> mine = constants(link);
      if (common == null) {
        common = new LinkedHashMap<>();
        for (Map.Entry<Subject, Value> e : mine.entrySet()) {
          common.put(e.getKey(), new ArrayList<>(List.of(e.getValue())));
        }
      } else {
        common.keySet().retainAll(mine.keySet());
        common.forEach(
            (subject, values) -> values.add(java.util.Objects.requireNonNull(mine.get(subject))));
      }
    }
    return common == null ? Map.of() : common;
  }

  private static Map<Subject, Value> constants(Procedure procedure) {
    Map<Subject, Value> found = new LinkedHashMap<>();
    Map<Integer, Subject> aliases = new HashMap<>();
    for (int i = 0; i < procedure.params(); i++) {
      aliases.put(i, new Subject(i, List.of()));
    }
    for (Op op : procedure.block().ops()) {
      if (op instanceof Op.Bind bind) {
        Subject subject = subject(bind.value(), aliases);
        if (subject != null) {
          aliases.put(bind.slot(), subject);
        }
      } else if (op instanceof Op.Equal equal) {
        enter(equal.left(), equal.right(), aliases, found);
        enter(equal.right(), equal.left(), aliases, found);
      }
    }
    return found;
  }

  private static void enter(
      Expression side, Expression other, Map<Integer, Subject> aliases, Map<Subject, Value> found) {
    if (other instanceof Expression.Constant constant) {
      Subject subject = subject(side, aliases);
      if (subject != null) {
        found.putIfAbsent(subject, constant.value());
      }
    }
  }

  private static @Nullable Subject subject(Expression expression, Map<Integer, Subject> aliases) {
    if (expression instanceof Expression.Input) {
      return new Subject(-1, List.of());
    } else if (expression instanceof Expression.Local local) {
      return aliases.get(local.slot());
    } else if (expression instanceof Expression.Member member
        && member.key() instanceof Expression.Constant key) {
      Subject container = subject(member.container(), aliases);
      if (container != null) {
        List<Value> path = new ArrayList<>(container.path());
        path.add(key.value());
        return new Subject(container.param(), path);
      }
    }
    return null;
  }

  /**
   * The positions of the definitions that can match, as a bit set.
   *
   * @param input the input, or {@code null} when there is none
   * @param params the arguments or keys
   */
  public long[] candidates(@Nullable Value input, Value[] params) {
    long[] left = new long[(size + 63) / 64];
    java.util.Arrays.fill(left, -1L);
    for (Entry entry : entries) {
      Value value = entry.subject.isInput() ? input : params[entry.subject.param];
      for (int i = 0; i < entry.path.length && value != null; i++) {
        value = value.lookup(entry.path[i]);
      }
      long[] match = value == null ? entry.any : entry.byValue.getOrDefault(value, entry.any);
      for (int i = 0; i < left.length; i++) {
        left[i] &= match[i];
      }
    }
    return left;
  }

  /** How many definitions it tells about. */
  int size() {
    return size;
  }

  /** A line for each constant that is asked for, with the candidates, for plans as text. */
  List<String> describe() {
    List<String> lines = new ArrayList<>();
    for (Entry entry : entries) {
      String subject = entry.subject.toString();
      new TreeMap<>(entry.byValue)
          .forEach((value, match) -> lines.add(subject + " " + value + ": " + positions(match)));
      lines.add(subject + " otherwise: " + positions(entry.any));
    }
    return lines;
  }

  private static BitSet positions(long[] match) {
    return BitSet.valueOf(match);
  }

  /** The definitions for each constant that a subject is compared with. */
  private static final class Entry {
    private final Subject subject;
    private final Value[] path;
    private final Map<Value, long[]> byValue;
    private final long[] any;

    private Entry(Subject subject, Map<Value, long[]> byValue, long[] any) {
      this.subject = subject;
      this.path = subject.path().toArray(new Value[0]);
      this.byValue = byValue;
      this.any = any;
    }

    static Entry of(Subject subject, List<Map<Subject, List<Value>>> wanted) {
      int words = (wanted.size() + 63) / 64;
      long[] any = new long[words];
      Map<Value, long[]> byValue = new HashMap<>();
      for (int i = 0; i < wanted.size(); i++) {
        List<Value> constants = wanted.get(i).get(subject);
        if (constants == null) {
          any[i / 64] |= 1L << i;
        }
      }
      for (int i = 0; i < wanted.size(); i++) {
        List<Value> constants = wanted.get(i).getOrDefault(subject, List.of());
        for (Value constant : constants) {
          byValue.computeIfAbsent(constant, unused -> any.clone())[i / 64] |= 1L << i;
        }
      }
      return new Entry(subject, byValue, any);
    }
  }
}

package dev.kspm.rego.internal.plan;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells which links of a rule set's definitions can succeed, without running them.
 *
 * <p>Each link that can succeed only if some path of the input, of data, or some parameter, is one
 * of some values is entered under these; one that does not ask is entered for every value. The
 * candidates are the intersection over all questions. Links are counted through: those of the first
 * definition, then those of the second.
 *
 * <p>Where links can err or print, their being left out is part of the language: then the index
 * {@linkplain #decides decides} and may not be switched off.
 */
public final class RuleIndex {
  /** Below this many definitions running them is as cheap as asking. */
  private static final int SMALLEST = 3;

  private final int size;
  private final boolean decides;
  private final Entry[] entries;
  private final Entry[] ours;

  private RuleIndex(int size, boolean decides, List<Entry> entries) {
    this.size = size;
    this.decides = decides;
    this.entries = entries.stream().filter(e -> !e.ours).toArray(Entry[]::new);
    this.ours = entries.stream().filter(e -> e.ours).toArray(Entry[]::new);
  }

  /**
   * An index over the links of a rule set.
   *
   * @param known how many leading keys the caller gives; for functions it is ignored
   * @return {@code null} when nothing can be told, or it would not pay
   */
  static @Nullable RuleIndex of(RuleSet rules, int known, PlanContext context) {
    List<LinkConditions> links = links(rules, known, context.tree());
    Set<LinkConditions.Question> questions = new LinkedHashSet<>();
    boolean effects = false;
    boolean late = false;
    for (LinkConditions link : links) {
      questions.addAll(link.questions().keySet());
      effects |= link.effects();
      late |= link.late();
    }
    boolean opas = questions.stream().anyMatch(q -> !q.ours());
    boolean decides = opas && (late || effects && links.size() > 1);
    if (questions.isEmpty() || !decides && rules.definitions().size() < SMALLEST) {
      return null;
    }
    if (!decides) {
      // The body asks it again, which costs more than the index can save.
      questions.removeIf(question -> question.test() == LinkConditions.Test.GLOB);
    }
    return new RuleIndex(links.size(), decides, entries(questions, links, context));
  }

  /** An index that leaves out what OPA's leaves out and nothing else, however few rules it has. */
  static RuleIndex observed(RuleSet rules, PlanContext context) {
    List<LinkConditions> links = links(rules, 0, context.tree());
    Set<LinkConditions.Question> questions = new LinkedHashSet<>();
    links.forEach(link -> questions.addAll(link.questions().keySet()));
    questions.removeIf(LinkConditions.Question::ours);
    return new RuleIndex(links.size(), true, entries(questions, links, context));
  }

  private static List<LinkConditions> links(RuleSet rules, int known, DocumentTree tree) {
    List<LinkConditions> links = new ArrayList<>();
    for (Definition definition : rules.definitions()) {
      for (Rule link = definition.rule(); link != null; link = link.elseRule()) {
        links.add(
            LinkConditions.of(
                link,
                Planner.params(rules, definition, link, known),
                rules.kind() == RuleSet.Kind.FUNCTION,
                tree));
      }
    }
    return links;
  }

  private static List<Entry> entries(
      Set<LinkConditions.Question> questions, List<LinkConditions> links, PlanContext context) {
    Builtin glob = context.builtins().apply(LinkConditions.GLOB);
    List<Entry> entries = new ArrayList<>();
    questions.forEach(question -> entries.add(Entry.of(question, links, glob)));
    return entries;
  }

  /** Whether what it leaves out would be noticed, and not only the time that it saves. */
  public boolean decides() {
    return decides;
  }

  /**
   * The positions of the links that can succeed, as a bit set.
   *
   * @param context for builtins that the index calls
   * @param input the input, or {@code null} when there is none
   * @param data the stored data
   * @param params the arguments of a function
   */
  public long[] candidates(
      BuiltinContext context, @Nullable Value input, Value data, Value[] params) {
    long[] left = new long[(size + 63) / 64];
    Arrays.fill(left, -1L);
    if (size % 64 != 0) {
      left[left.length - 1] = (1L << size % 64) - 1;
    }
    narrow(context, left, entries, input, data, params);
    return left;
  }

  /** Takes out candidates that OPA would run, to no avail. */
  public void narrow(
      BuiltinContext context,
      long[] candidates,
      @Nullable Value input,
      Value data,
      Value[] params) {
    narrow(context, candidates, ours, input, data, params);
  }

  private static void narrow(
      BuiltinContext context,
      long[] left,
      Entry[] entries,
      @Nullable Value input,
      Value data,
      Value[] params) {
    for (Entry entry : entries) {
      long some = 0;
      long[] match = entry.matches(context, input, data, params);
      for (int i = 0; i < left.length; i++) {
        left[i] &= match[i];
        some |= left[i];
      }
      if (some == 0) {
        return;
      }
    }
  }

  /** How many links it tells about. */
  int size() {
    return size;
  }

  /** A line for each constant that is asked for, with the candidates, for plans as text. */
  List<String> describe() {
    List<String> lines = new ArrayList<>();
    List<Entry> all = new ArrayList<>(List.of(entries));
    all.addAll(List.of(ours));
    for (Entry entry : all) {
      String subject = entry.subject.toString();
      String test =
          switch (entry.test) {
            case VALUE -> " ";
            case STARTS -> " starts with ";
            case ENDS -> " ends with ";
            case HOLDS -> " holds ";
            case GLOB -> " fits ";
          };
      new TreeMap<>(entry.byValue)
          .forEach(
              (value, match) -> lines.add(subject + test + value + ": " + BitSet.valueOf(match)));
      entry.patterns.forEach(
          (pattern, match) ->
              lines.add(subject + test + pattern.elements() + ": " + BitSet.valueOf(match)));
      if (!Arrays.equals(entry.present, entry.absent)) {
        lines.add(subject + " otherwise: " + BitSet.valueOf(entry.present));
      }
      lines.add(subject + " absent: " + BitSet.valueOf(entry.absent));
    }
    return lines;
  }

  /** The links for each answer to one question. */
  private static final class Entry {
    private final LinkConditions.Subject subject;
    private final LinkConditions.Test test;
    private final boolean ours;
    private final Value[] path;

    /** The links for a value, those included that take any. */
    private final Map<Value, long[]> byValue = new HashMap<>();

    /** The links that want an array of some shape, and these shapes. */
    private final Map<LinkConditions.Pattern, long[]> patterns = new LinkedHashMap<>();

    private final List<ArrayShape> shapes = new ArrayList<>();

    /** Those that want a value and do not care which, and those that want none. */
    private final long[] present;

    private final long[] absent;

    private final @Nullable Builtin glob;

    private Entry(LinkConditions.Question question, int links, @Nullable Builtin glob) {
      this.glob = glob;
      this.subject = question.subject();
      this.test = question.test();
      this.ours = question.ours();
      this.path = subject.path().toArray(new Value[0]);
      this.present = new long[(links + 63) / 64];
      this.absent = new long[(links + 63) / 64];
    }

    static Entry of(
        LinkConditions.Question question, List<LinkConditions> links, @Nullable Builtin glob) {
      Entry entry = new Entry(question, links.size(), glob);
      for (int i = 0; i < links.size(); i++) {
        LinkConditions.Answers answers = links.get(i).questions().get(question);
        if (answers == null) {
          set(entry.absent, i);
        }
        if (answers == null || answers.isAny()) {
          set(entry.present, i);
        }
      }
      for (int i = 0; i < links.size(); i++) {
        LinkConditions.Answers answers = links.get(i).questions().get(question);
        if (answers != null) {
          for (Value value : answers.values) {
            set(entry.byValue.computeIfAbsent(value, v -> entry.present.clone()), i);
          }
          for (LinkConditions.Pattern pattern : answers.patterns) {
            set(entry.patterns.computeIfAbsent(pattern, p -> new long[entry.present.length]), i);
          }
        }
      }
      entry.shapes.addAll(ArrayShape.of(entry.patterns));
      return entry;
    }

    private static void set(long[] bits, int i) {
      bits[i / 64] |= 1L << i;
    }

    long[] matches(BuiltinContext context, @Nullable Value input, Value data, Value[] params) {
      Value value = look(input, data, params);
      if (value == null) {
        return absent;
      }
      return switch (test) {
        case VALUE -> values(value);
        case HOLDS -> holding(value);
        case STARTS, ENDS -> texts(affix -> fits(value, ((StringValue) affix).value()));
        case GLOB -> texts(pattern -> fits(context, (ArrayValue) pattern, value));
      };
    }

    private @Nullable Value look(@Nullable Value input, Value data, Value[] params) {
      Value value =
          switch (subject.root()) {
            case INPUT -> input;
            case DATA -> data;
            case PARAM -> params[subject.param()];
          };
      for (int i = 0; i < path.length && value != null; i++) {
        value =
            subject.root() == LinkConditions.Subject.Root.DATA
                ? StoredData.member(value, path[i])
                : value.lookup(path[i]);
      }
      return value;
    }

    private long[] values(Value value) {
      long[] all = byValue.getOrDefault(value, present);
      if (value instanceof ArrayValue array) {
        for (ArrayShape shape : shapes) {
          all = union(all, shape.matching(array));
        }
      }
      return all;
    }

    private static long[] union(long[] some, long @Nullable [] more) {
      if (more == null) {
        return some;
      }
      long[] all = some.clone();
      for (int i = 0; i < all.length; i++) {
        all[i] |= more[i];
      }
      return all;
    }

    private long[] holding(Value value) {
      long[] all = present.clone();
      if (value instanceof ArrayValue array) {
        array.forEach(element -> add(all, element));
      } else if (value instanceof SetValue set) {
        set.forEach(element -> add(all, element));
      } else if (value instanceof ObjectValue object) {
        object.forEach((key, member) -> add(all, member));
      }
      return all;
    }

    private void add(long[] all, Value element) {
      long[] match = byValue.get(element);
      if (match != null) {
        for (int i = 0; i < all.length; i++) {
          all[i] |= match[i];
        }
      }
    }

    private long[] texts(Predicate<Value> fits) {
      long[] all = present.clone();
      byValue.forEach(
          (wanted, match) -> {
            if (fits.test(wanted)) {
              for (int i = 0; i < all.length; i++) {
                all[i] |= match[i];
              }
            }
          });
      return all;
    }

    private boolean fits(BuiltinContext context, ArrayValue pattern, Value value) {
      return value instanceof StringValue
          && glob instanceof Builtin.OfFunction function
          && function.function().call(context, new Value[] {pattern.get(0), pattern.get(1), value})
              == BooleanValue.TRUE;
    }

    /** A collection of texts may hold one that fits. */
    private boolean fits(Value value, String affix) {
      if (value instanceof StringValue text) {
        return test == LinkConditions.Test.STARTS
            ? text.value().startsWith(affix)
            : text.value().endsWith(affix);
      }
      return value instanceof ArrayValue || value instanceof SetValue;
    }
  }
}

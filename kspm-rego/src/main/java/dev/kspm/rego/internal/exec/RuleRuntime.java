package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.plan.Definition;
import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.internal.plan.Procedure;
import dev.kspm.rego.internal.plan.RuleSet;
import dev.kspm.rego.value.ReadLog;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Evaluates one rule set. Thread-safe; code for each number of known keys is made on first use. */
final class RuleRuntime {
  private static final Value[] NO_KEYS = {};

  private final RuleSet rules;
  private final Executable executable;
  private final AtomicReferenceArray<@Nullable LinkedRules> linked;
  private volatile @Nullable Dependencies dependencies;

  RuleRuntime(RuleSet rules, Executable executable) {
    this.rules = rules;
    this.executable = executable;
    this.linked = new AtomicReferenceArray<>(rules.depth() + 1);
  }

  int id() {
    return rules.id();
  }

  RuleSet rules() {
    return rules;
  }

  Dependencies dependencies() {
    Dependencies known = dependencies;
    if (known == null) {
      known = Dependencies.of(rules, executable.tree());
      dependencies = known;
    }
    return known;
  }

  private LinkedRules linked(int known) {
    LinkedRules code = linked.get(known);
    if (code == null) {
      code = LinkedRules.link(rules, known, executable);
      linked.set(known, code);
    }
    return code;
  }

  /** The whole value. */
  @Nullable Value value(Run run) {
    World outer = run.world;
    World world = outer.of(this);
    Object known = world.value(rules.id());
    if (known != null) {
      return recall(run, known);
    }
    if (!world.replaced.isEmpty() && world.hides(rules.path())) {
      return BaseData.at(world.data, rules.path());
    }
    run.world = world;
    try {
      return remember(
          run, () -> compute(run, NO_KEYS), result -> world.setValue(rules.id(), result));
    } finally {
      run.world = outer;
    }
  }

  /** The part of the value that some keys lead to; only what can contribute to it is evaluated. */
  @Nullable Value member(Run run, Value[] keys) {
    World outer = run.world;
    World world = outer.of(this);
    Object whole = world.value(rules.id());
    if (whole != null) {
      return follow(recall(run, whole), keys, 0);
    }
    if (!world.replaced.isEmpty() && world.hides(rules.path())) {
      return follow(BaseData.at(world.data, rules.path()), keys, 0);
    }
    MemberKey key = new MemberKey(rules.id(), keys);
    Object known = world.memo.get(key);
    if (known != null) {
      return recall(run, known);
    }
    run.world = world;
    try {
      return remember(run, () -> compute(run, keys), result -> world.memo.put(key, result));
    } finally {
      run.world = outer;
    }
  }

  private static @Nullable Value recall(Run run, Object known) {
    if (known instanceof Value value) {
      return value;
    }
    Memo memo = (Memo) known;
    ReadLog log = run.log();
    if (log != null && memo.holes() != null) {
      log.touchAll(memo.holes());
    }
    return memo.value();
  }

  private interface Store {
    void put(Object result);
  }

  private static @Nullable Value remember(Run run, Supplier<@Nullable Value> compute, Store store) {
    ReadLog log = run.log();
    run.enter();
    try {
      if (log == null) {
        Value value = compute.get();
        store.put(value == null ? Memo.UNDEFINED : value);
        return value;
      }
      BitSet outer = log.enter();
      BitSet holes = null;
      try {
        Value value = compute.get();
        holes = log.leave(outer);
        store.put(new Memo(value, holes));
        return value;
      } finally {
        if (holes == null) {
          log.leave(outer);
        }
      }
    } finally {
      run.leave();
    }
  }

  private @Nullable Value compute(Run run, Value[] keys) {
    LinkedRules code = linked(keys.length);
    switch (rules.kind()) {
      case COMPLETE -> {
        return complete(run, code, keys);
      }
      case SET -> {
        return keys.length == 0 ? set(run, code) : find(run, code, keys);
      }
      default -> {
        return object(run, code, keys);
      }
    }
  }

  private @Nullable Value complete(Run run, LinkedRules code, Value[] args) {
    OneValue sink = new OneValue(rules);
    code.run(run, args, sink, code.sameConstant());
    if (sink.value == null && code.defaultLink() != null) {
      code.defaultLink().run(run, args, sink);
    }
    return sink.value;
  }

  private static Value set(Run run, LinkedRules code) {
    SetSink sink = new SetSink(run);
    code.run(run, NO_KEYS, sink, false);
    return sink.elements.size() == 0 ? SetValue.EMPTY : sink.elements.build();
  }

  private static @Nullable Value find(Run run, LinkedRules code, Value[] keys) {
    FoundSink sink = new FoundSink();
    code.run(run, keys, sink, true);
    return sink.found;
  }

  private @Nullable Value object(Run run, LinkedRules code, Value[] keys) {
    ObjectSink sink = new ObjectSink(run);
    for (LinkedRules.Chain chain : code.candidates(run, keys)) {
      int given = chain.keys();
      if (given < keys.length) {
        below(run, chain, keys, given, sink);
      } else {
        chain.run(run, keys, sink);
      }
    }
    defaults(keys, sink);
    Value result = sink.result();
    return result == null && keys.length == 0 ? dev.kspm.rego.value.ObjectValue.EMPTY : result;
  }

  /** A definition with fewer keys than the caller knows: the others lead into its value. */
  private static void below(
      Run run, LinkedRules.Chain chain, Value[] keys, int given, ObjectSink sink) {
    chain.run(
        run,
        Arrays.copyOf(keys, given),
        new Sink() {
          @Override
          boolean accept(Value[] open, Value value, Op.Yield site) {
            Value member = follow(value, keys, given);
            if (member != null) {
              sink.accept(NO_KEYS, member, site);
            }
            return site.constant();
          }
        });
  }

  private void defaults(Value[] known, ObjectSink sink) {
    for (Definition definition : rules.defaults()) {
      List<Value> keys = new ArrayList<>();
      definition.keys().forEach(key -> keys.add(((Scalar) key).value()));
      if (definition.rule().head().value() instanceof Scalar value
          && keys.size() >= known.length
          && keys.subList(0, known.length).equals(List.of(known))) {
        sink.addDefault(
            keys.subList(known.length, keys.size()).toArray(new Value[0]), value.value());
      }
    }
  }

  private static @Nullable Value follow(@Nullable Value value, Value[] keys, int from) {
    Value at = value;
    for (int i = from; i < keys.length && at != null; i++) {
      at = at.lookup(keys[i]);
    }
    return at;
  }

  /** The result of a function. */
  @Nullable Value call(Run run, Value[] args) {
    run.enter();
    try {
      return complete(run, linked(0), args);
    } finally {
      run.leave();
    }
  }

  /** Code of a rule set for one number of known keys. */
  static final class LinkedRules {
    private final List<Chain> chains;
    private final dev.kspm.rego.internal.plan.@Nullable RuleIndex index;
    private final boolean sameConstant;
    private final @Nullable Chain defaultLink;

    private LinkedRules(
        List<Chain> chains,
        dev.kspm.rego.internal.plan.@Nullable RuleIndex index,
        boolean sameConstant,
        @Nullable Chain defaultLink) {
      this.chains = chains;
      this.index = index;
      this.sameConstant = sameConstant;
      this.defaultLink = defaultLink;
    }

    static LinkedRules link(RuleSet rules, int known, Executable executable) {
      List<Chain> chains = new ArrayList<>();
      List<List<Procedure>> plans = new ArrayList<>();
      for (Definition definition : rules.definitions()) {
        List<Procedure> plan = new ArrayList<>();
        for (Rule link = definition.rule(); link != null; link = link.elseRule()) {
          plan.add(executable.planner().plan(rules, definition, link, known));
        }
        plans.add(plan);
        chains.add(Chain.of(definition, plan, executable));
      }
      Definition definition =
          rules.kind() == RuleSet.Kind.OBJECT ? null : rules.defaultDefinition();
      Chain defaultLink = null;
      if (definition != null) {
        defaultLink =
            Chain.of(
                definition,
                List.of(executable.planner().plan(rules, definition, definition.rule(), known)),
                executable);
      }
      return new LinkedRules(chains, executable.index(plans), sameConstant(plans), defaultLink);
    }

    private static boolean sameConstant(List<List<Procedure>> plans) {
      Value common = null;
      for (List<Procedure> plan : plans) {
        for (Procedure link : plan) {
          Op last = link.block().ops().get(link.block().ops().size() - 1);
          if (!(last instanceof Op.Yield yield)
              || !(yield.value() instanceof dev.kspm.rego.internal.plan.Expression.Constant c)) {
            return false;
          }
          if (common == null) {
            common = c.value();
          } else if (!common.equals(c.value())) {
            return false;
          }
        }
      }
      return common != null;
    }

    boolean sameConstant() {
      return sameConstant;
    }

    @Nullable Chain defaultLink() {
      return defaultLink;
    }

    List<Chain> candidates(Run run, Value[] args) {
      if (index == null) {
        return chains;
      }
      long[] bits = index.candidates(run.world.input, args);
      List<Chain> found = new ArrayList<>();
      for (int word = 0; word < bits.length; word++) {
        for (long left = bits[word]; left != 0; left &= left - 1) {
          int i = word * 64 + Long.numberOfTrailingZeros(left);
          if (i < chains.size()) {
            found.add(chains.get(i));
          }
        }
      }
      return found;
    }

    void run(Run run, Value[] args, Sink sink, boolean firstIsEnough) {
      for (Chain chain : candidates(run, args)) {
        if (chain.run(run, args, sink) && firstIsEnough) {
          return;
        }
      }
    }

    /** A definition with its {@code else} links. */
    record Chain(Code[] links, Procedure[] plans, int keys) {
      static Chain of(Definition definition, List<Procedure> plan, Executable executable) {
        Code[] code = new Code[plan.size()];
        for (int i = 0; i < code.length; i++) {
          code[i] = executable.executor().prepare(plan.get(i), executable);
        }
        return new Chain(
            code,
            plan.toArray(new Procedure[0]),
            definition.keys().size() + (definition.element() ? 1 : 0));
      }

      /** Runs the links up to the first that yields; gives whether one did. */
      boolean run(Run run, Value[] args, Sink sink) {
        Counting counting = new Counting(sink);
        for (int i = 0; i < links.length; i++) {
          Frame frame = new Frame(run, plans[i], counting);
          System.arraycopy(args, 0, frame.slots, 0, Math.min(plans[i].params(), args.length));
          links[i].run(frame);
          if (counting.any) {
            return true;
          }
        }
        return false;
      }
    }
  }

  private static final class Counting extends Sink {
    private final Sink inner;
    boolean any;

    Counting(Sink inner) {
      this.inner = inner;
    }

    @Override
    boolean accept(Value[] keys, Value value, Op.Yield site) {
      any = true;
      return inner.accept(keys, value, site);
    }
  }

  /** A rule set and known keys, as a key of the memo. */
  private record MemberKey(int rules, Value[] keys) {
    @Override
    public boolean equals(Object other) {
      return other instanceof MemberKey that
          && rules == that.rules
          && Arrays.equals(keys, that.keys);
    }

    @Override
    public int hashCode() {
      return 31 * rules + Arrays.hashCode(keys);
    }
  }
}

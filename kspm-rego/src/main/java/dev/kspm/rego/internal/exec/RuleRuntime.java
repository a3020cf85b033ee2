package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Dependencies;
import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.internal.plan.RuleSet;
import dev.kspm.rego.internal.plan.StoredData;
import dev.kspm.rego.value.ReadLog;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Evaluates one rule set. Thread-safe; code for each number of known keys is made on first use. */
class RuleRuntime {
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

  /** Whether evaluation may print. */
  boolean prints() {
    return executable.tree().prints() && dependencies().print();
  }

  final LinkedRules linked(int known) {
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
      return StoredData.at(world.data, rules.path());
    }
    run.world = world;
    try {
      Object result = evaluate(run, NO_KEYS);
      world.setValue(rules.id(), result);
      return valueOf(result);
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
      return follow(StoredData.at(world.data, rules.path()), keys, 0);
    }
    MemberKey key = new MemberKey(rules.id(), keys);
    Object known = world.memo.get(key);
    if (known != null) {
      return recall(run, known);
    }
    run.world = world;
    try {
      Object result = evaluate(run, keys);
      Value value = valueOf(result);
      // OPA asks again for what was not there, which is seen when it prints.
      if (value != null || !prints()) {
        world.memo.put(key, result);
      }
      return value;
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

  private static @Nullable Value valueOf(Object result) {
    return result instanceof Value value ? value : ((Memo) result).value();
  }

  /** Computes what is to be remembered: a value, or a memo of its absence or of holes. */
  private Object evaluate(Run run, Value[] keys) {
    ReadLog log = run.log();
    run.enter();
    try {
      if (log == null) {
        Value value = compute(run, keys);
        return value == null ? Memo.UNDEFINED : value;
      }
      BitSet outer = log.enter();
      BitSet holes = null;
      try {
        Value value = compute(run, keys);
        holes = log.leave(outer);
        return new Memo(value, holes);
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
    LinkedRules code = linked(rules.kind() == RuleSet.Kind.FUNCTION ? 0 : keys.length);
    switch (rules.kind()) {
      case COMPLETE, FUNCTION -> {
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
    long[] candidates = code.candidates(run, args);
    boolean firstDecides = code.firstDecides(candidates);
    code.narrow(candidates, run, args);
    OneValue sink = new OneValue(firstDecides);
    code.run(run, args, sink, candidates, firstDecides);
    if (sink.conflict != null) {
      Conflict conflict = new Conflict(rules);
      code.run(run, args, conflict, candidates, false);
      throw conflict.error(sink.conflict);
    }
    if (sink.value == null && code.defaultLink() != null) {
      code.defaultLink().run(run, args, sink);
    }
    return sink.value;
  }

  private static Value set(Run run, LinkedRules code) {
    SetSink sink = new SetSink(run);
    code.run(run, NO_KEYS, sink, code.left(run, NO_KEYS), false);
    return sink.elements.size() == 0 ? SetValue.EMPTY : sink.elements.build();
  }

  private static @Nullable Value find(Run run, LinkedRules code, Value[] keys) {
    FoundSink sink = new FoundSink();
    code.run(run, keys, sink, code.left(run, keys), code.pure());
    return sink.found;
  }

  private static @Nullable Value object(Run run, LinkedRules code, Value[] keys) {
    ObjectSink sink = new ObjectSink(run);
    code.each(
        code.left(run, keys),
        (chain, candidates, first) -> {
          add(run, chain, keys, sink, candidates, first);
          return false;
        });
    return built(sink, keys);
  }

  static @Nullable Value object(Run run, List<Chain> chains, Value[] keys) {
    ObjectSink sink = new ObjectSink(run);
    chains.forEach(chain -> add(run, chain, keys, sink, null, 0));
    return built(sink, keys);
  }

  private static void add(
      Run run,
      Chain chain,
      Value[] keys,
      ObjectSink sink,
      long @Nullable [] candidates,
      int first) {
    int given = chain.keys();
    if (given < keys.length) {
      Value[] known = Arrays.copyOf(keys, given);
      chain.run(run, known, new Below(keys, given, sink), candidates, first);
    } else {
      chain.run(run, keys, sink, candidates, first);
    }
  }

  private static @Nullable Value built(ObjectSink sink, Value[] keys) {
    Value result = sink.result();
    return result == null && keys.length == 0 ? dev.kspm.rego.value.ObjectValue.EMPTY : result;
  }

  /** A definition with fewer keys than the caller knows: the others lead into its value. */
  private static final class Below extends Sink {
    private final Value[] keys;
    private final int given;
    private final Sink sink;

    Below(Value[] keys, int given, Sink sink) {
      this.keys = keys;
      this.given = given;
      this.sink = sink;
    }

    @Override
    boolean accept(Value[] open, Value value, Op.Yield site) {
      Value member = follow(value, keys, given);
      if (member != null) {
        sink.accept(NO_KEYS, member, site);
      }
      return site.once();
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
    if (prints()) {
      return callOnce(run, args);
    }
    run.enter();
    try {
      return complete(run, linked(0), args);
    } finally {
      run.leave();
    }
  }

  /** As OPA does: the same arguments are not evaluated, and so do not print, a second time. */
  private @Nullable Value callOnce(Run run, Value[] args) {
    MemberKey key = new MemberKey(rules.id(), args);
    Object known = run.world.memo.get(key);
    if (known != null) {
      return recall(run, known);
    }
    World world = run.world;
    Object result = evaluate(run, args);
    Value value = valueOf(result);
    if (value != null) {
      world.memo.put(key, result);
    }
    return value;
  }
}

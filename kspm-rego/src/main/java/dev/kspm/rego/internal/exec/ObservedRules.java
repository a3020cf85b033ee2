package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.internal.plan.RuleSet;
import dev.kspm.rego.internal.plan.StoredData;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates one rule set in OPA's order, which its traces show: what follows a complete rule or a
 * function runs inside its first success, further rules are only tried when that is done.
 */
final class ObservedRules extends RuleRuntime {
  private static final Value[] NO_KEYS = {};

  private final RuleSet rules;

  ObservedRules(RuleSet rules, Executable executable) {
    super(rules, executable);
    this.rules = rules;
  }

  /** What follows a value. */
  interface Next {
    /** Runs it; gives whether no other value is wanted. */
    boolean run(Value value);
  }

  boolean isReplaced(Run run) {
    World world = run.world;
    return world.replacements.containsKey(rules.name())
        || !world.replaced.isEmpty() && world.hides(rules.path());
  }

  /** Follows the value of a complete rule. */
  boolean follow(Run run, Next next) {
    World world = run.world;
    if (!world.replaced.isEmpty() && world.hides(rules.path())) {
      Value stored = StoredData.at(world.data, rules.path());
      return stored != null && next.run(stored);
    }
    return follow(run, NO_KEYS, rules, false, next);
  }

  /** Follows the result of a function. */
  boolean follow(Run run, Value[] args, boolean mustHold, Next next) {
    return follow(run, args, List.of(rules, ArrayValue.of(args)), mustHold, next);
  }

  private boolean follow(Run run, Value[] args, Object key, boolean mustHold, Next next) {
    OpenRules open = open(run, args);
    Memo known = (Memo) run.world.memo.get(key);
    if (known != null) {
      Value value = known.value();
      return value != null && !(mustHold && value == BooleanValue.FALSE) && next.run(value);
    }
    Following following = new Following(run, key, mustHold, open.early(), next);
    run.enter();
    open.run(run, args, following);
    if (following.conflict != null) {
      Conflict conflict = new Conflict(rules);
      open.runAll(run, args, new Telling(run, conflict));
      throw conflict.error(following.conflict);
    }
    run.leave();
    return following.enough;
  }

  /** Tells of all definitions, as when nothing is known of what they will be asked. */
  void lookUp(Run run) {
    open(run, NO_KEYS);
  }

  private OpenRules open(Run run, Value[] args) {
    boolean function = rules.kind() == RuleSet.Kind.FUNCTION;
    OpenRules open = linked(function ? 0 : args.length).open(run, function ? args : NO_KEYS);
    int n = open.size();
    run.tracer()
        .here(
            Observation.Kind.INDEX,
            "(matched "
                + n
                + (n == 1 ? " rule" : " rules")
                + (open.early() ? ", early exit)" : ")"),
            rules.name());
    return open;
  }

  /** Takes the values of a complete rule or function. */
  private static final class Following extends OneValue {
    private final Run run;
    private final Object key;
    private final boolean mustHold;
    private final boolean early;
    private final Next next;
    private final Tracer.Place caller;
    private final World world;
    private boolean enough;

    Following(Run run, Object key, boolean mustHold, boolean early, Next next) {
      this.run = run;
      this.key = key;
      this.mustHold = mustHold;
      this.early = early;
      this.next = next;
      this.caller = run.tracer().place();
      this.world = run.world;
    }

    @Override
    boolean accept(Value[] keys, Value found, Op.Yield site) {
      Tracer tracer = run.tracer();
      if (value != null) {
        if (super.accept(keys, found, site) && conflict != null) {
          tracer.broken();
          tracer.after = Tracer.After.NOTHING;
          return true;
        }
        return early;
      }
      super.accept(keys, found, site);
      world.memo.put(key, new Memo(found, null));
      if (mustHold && found == BooleanValue.FALSE) {
        tracer.after = Tracer.After.NOTHING;
        return early;
      }
      Tracer.Place inside = tracer.place();
      tracer.returnTo(caller);
      run.leave();
      enough = next.run(found);
      run.enter();
      tracer.returnTo(inside);
      tracer.after = enough ? Tracer.After.NOTHING : Tracer.After.REDO;
      return early;
    }
  }

  /** Tells nothing of a value that ends a definition. */
  private static final class Telling extends Sink {
    private final Run run;
    private final Sink inner;

    Telling(Run run, Sink inner) {
      this.run = run;
      this.inner = inner;
    }

    @Override
    boolean accept(Value[] keys, Value value, Op.Yield site) {
      boolean ends = inner.accept(keys, value, site);
      if (ends) {
        run.tracer().after = Tracer.After.NOTHING;
      }
      return ends;
    }
  }

  /** The whole value. */
  @Override
  @Nullable Value value(Run run) {
    if (rules.kind() == RuleSet.Kind.COMPLETE) {
      Value[] result = new Value[1];
      follow(
          run,
          value -> {
            result[0] = value;
            return false;
          });
      return result[0];
    }
    World world = run.world;
    if (!world.replaced.isEmpty() && world.hides(rules.path())) {
      return StoredData.at(world.data, rules.path());
    }
    OpenRules open = open(run, NO_KEYS);
    Memo known = (Memo) world.memo.get(rules);
    if (known == null) {
      run.enter();
      Value value = partial(run, open, NO_KEYS);
      run.leave();
      known = new Memo(value, null);
      world.memo.put(rules, known);
    }
    return known.value();
  }

  @Override
  @Nullable Value member(Run run, Value[] keys) {
    World world = run.world;
    if (!world.replaced.isEmpty() && world.hides(rules.path())) {
      return at(StoredData.at(world.data, rules.path()), keys);
    }
    OpenRules open = open(run, keys);
    Memo whole = (Memo) world.memo.get(rules);
    if (whole != null) {
      return at(whole.value(), keys);
    }
    Object key = List.of(rules, ArrayValue.of(keys));
    Memo known = (Memo) world.memo.get(key);
    if (known != null) {
      return known.value();
    }
    run.enter();
    Value value = partial(run, open, keys);
    run.leave();
    if (value != null) {
      world.memo.put(key, new Memo(value, null));
    }
    return value;
  }

  private static @Nullable Value at(@Nullable Value value, Value[] keys) {
    Value at = value;
    for (Value key : keys) {
      at = at == null ? null : at.lookup(key);
    }
    return at;
  }

  private @Nullable Value partial(Run run, OpenRules open, Value[] keys) {
    if (rules.kind() == RuleSet.Kind.SET) {
      Elements elements = new Elements(run, keys.length > 0);
      open.run(run, keys, elements);
      return keys.length == 0 ? elements.set() : elements.found;
    }
    return object(run, open.chains(), keys);
  }

  /** Takes the elements of a set. */
  private static final class Elements extends Sink {
    private final Run run;
    private final boolean one;
    private final SetValue.Builder elements = SetValue.builder();
    private @Nullable Value found;

    Elements(Run run, boolean one) {
      this.run = run;
      this.one = one;
    }

    @Override
    boolean accept(Value[] keys, Value value, Op.Yield site) {
      if (one && found != null) {
        run.tracer().after = Tracer.After.DUPLICATE;
      }
      found = value;
      if (elements.add(value)) {
        run.build(1);
      }
      return false;
    }

    Value set() {
      return elements.size() == 0 ? SetValue.EMPTY : elements.build();
    }
  }

  /** The result of a function. */
  @Override
  @Nullable Value call(Run run, Value[] args) {
    Value[] result = new Value[1];
    follow(
        run,
        args,
        false,
        value -> {
          result[0] = value;
          return false;
        });
    return result[0];
  }
}

package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.DocumentNode;
import dev.kspm.rego.internal.plan.RuleSet;
import dev.kspm.rego.internal.plan.StoredData;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The documents below {@code data}: stored data with the values of rules over it. */
final class Documents {
  private static final Value SYSTEM = StringValue.of("system");

  private final Executable executable;

  Documents(Executable executable) {
    this.executable = executable;
  }

  /** The document at a place. */
  @Nullable Value at(Run run, DocumentNode node) {
    return merged(run, node, StoredData.at(run.world.data, node.path()));
  }

  /**
   * Stored data wins over a rule at the same place, as it does in OPA where a whole document is
   * asked for.
   */
  private @Nullable Value merged(Run run, DocumentNode node, @Nullable Value base) {
    if (!run.world.replaced.isEmpty() && run.world.hides(node.path())) {
      return base;
    }
    RuleSet rules = node.rules();
    if (rules != null) {
      Value value = executable.runtime(rules).value(run);
      return value == null ? base : value;
    }
    run.step();
    ObjectValue.Builder object = ObjectValue.builder();
    if (base instanceof ObjectValue stored) {
      stored.forEach(
          (key, value) -> {
            if (node.child(key) == null && !isHidden(run, node, key)) {
              object.put(key, value);
            }
          });
    }
    SortedMap<Value, RuleSet> functions = functions(node);
    node.children()
        .forEach(
            (key, child) -> {
              tellOf(functions.headMap(key), run);
              if (!isHidden(run, node, key)) {
                Value stored = base == null ? null : StoredData.member(base, key);
                Value value =
                    stored != null && child.rules() != null ? stored : merged(run, child, stored);
                if (value != null) {
                  object.put(key, value);
                }
              }
            });
    tellOf(functions, run);
    run.build(object.size());
    return object.build();
  }

  /** The functions of a package that observers are to be told of. */
  private SortedMap<Value, RuleSet> functions(DocumentNode node) {
    SortedMap<Value, RuleSet> found = new TreeMap<>();
    if (executable.planner().isObserved()) {
      int depth = node.path().size();
      for (RuleSet function : executable.tree().functions()) {
        List<Value> path = function.path();
        if (path.size() == depth + 1 && path.subList(0, depth).equals(node.path())) {
          found.put(path.get(depth), function);
        }
      }
    }
    return found;
  }

  /** OPA looks functions up, too, where a whole document is asked for. */
  private void tellOf(SortedMap<Value, RuleSet> functions, Run run) {
    functions.values().forEach(f -> ((ObservedRules) executable.runtime(f)).lookUp(run));
    functions.clear();
  }

  /** {@code data} as a whole is without {@code data.system}, unless somebody replaced that. */
  private static boolean isHidden(Run run, DocumentNode parent, Value key) {
    return parent.path().isEmpty()
        && key.equals(SYSTEM)
        && run.world.replaced.stream()
            .noneMatch(path -> path.isEmpty() || path.get(0).equals(SYSTEM));
  }

  /** The value that some keys lead to from a place. */
  @Nullable Value member(Run run, DocumentNode from, Value[] keys) {
    DocumentNode node = from;
    Value base = StoredData.at(run.world.data, from.path());
    for (int i = 0; i < keys.length; i++) {
      if (node == null || !run.world.replaced.isEmpty() && run.world.hides(node.path())) {
        return stored(base, keys, i);
      }
      RuleSet rules = node.rules();
      if (rules != null) {
        return below(run, rules, keys, i);
      }
      base = base == null ? null : StoredData.member(base, keys[i]);
      node = node.child(keys[i]);
    }
    return node == null ? base : merged(run, node, base);
  }

  private static @Nullable Value stored(@Nullable Value base, Value[] keys, int from) {
    Value at = base;
    for (int i = from; i < keys.length && at != null; i++) {
      at = StoredData.member(at, keys[i]);
    }
    return at;
  }

  private @Nullable Value below(Run run, RuleSet rules, Value[] keys, int from) {
    int depth =
        rules.kind() == RuleSet.Kind.COMPLETE
            ? 0
            : rules.kind() == RuleSet.Kind.SET ? 1 : rules.depth();
    int known = Math.min(depth, keys.length - from);
    RuleRuntime runtime = executable.runtime(rules);
    Value at =
        known == 0
            ? runtime.value(run)
            : runtime.member(run, java.util.Arrays.copyOfRange(keys, from, from + known));
    for (int i = from + known; i < keys.length && at != null; i++) {
      at = at.lookup(keys[i]);
    }
    return at;
  }

  /** The keys below a place, in order. */
  List<Value> keys(Run run, DocumentNode node, @Nullable Value base) {
    TreeSet<Value> keys = new TreeSet<>();
    if (base instanceof ObjectValue stored) {
      stored.forEach(
          (key, value) -> {
            if (!isHidden(run, node, key)) {
              keys.add(key);
            }
          });
    }
    if (run.world.replaced.isEmpty() || !run.world.hides(node.path())) {
      keys.addAll(node.children().keySet());
    }
    return new ArrayList<>(keys);
  }
}

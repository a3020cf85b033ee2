package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Dependencies;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rules see at one moment of a session: input, data, and what {@code with} put in their place;
 * and what was computed under it.
 *
 * <p>A world that {@code with} made knows what it changed, so that a rule that depends on none of
 * it is evaluated, and remembered, in the world before.
 */
final class World {
  final @Nullable World parent;
  final @Nullable Value input;
  final ObjectValue data;

  /** Places below {@code data} where rules are hidden by a replaced document. */
  final List<List<Value>> replaced;

  /** Functions and builtins that are replaced, by name. */
  final Map<String, Replacement> replacements;

  private final boolean changesInput;
  private final List<List<Value>> changedData;
  private final Map<String, Replacement> changedFunctions;
  private final BitSet asked = new BitSet();
  private final BitSet affected = new BitSet();

  @Nullable Object[] values = new Object[16];
  final Map<Object, Object> memo = new HashMap<>();

  World(@Nullable Value input, ObjectValue data) {
    this(null, input, data, List.of(), Map.of(), false, List.of(), Map.of());
  }

  World(
      @Nullable World parent,
      @Nullable Value input,
      ObjectValue data,
      List<List<Value>> replaced,
      Map<String, Replacement> replacements,
      boolean changesInput,
      List<List<Value>> changedData,
      Map<String, Replacement> changedFunctions) {
    this.parent = parent;
    this.input = input;
    this.data = data;
    this.replaced = replaced;
    this.replacements = replacements;
    this.changesInput = changesInput;
    this.changedData = changedData;
    this.changedFunctions = changedFunctions;
  }

  /** Whether rules at a place, and so everything below it, are hidden. */
  boolean hides(List<Value> place) {
    for (List<Value> path : replaced) {
      if (path.size() <= place.size() && place.subList(0, path.size()).equals(path)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The world in which a rule set is to be evaluated: this one, or an earlier one if nothing that
   * was changed since concerns it.
   */
  World of(RuleRuntime rules) {
    World world = this;
    while (world.parent != null && !world.affects(rules)) {
      world = world.parent;
    }
    return world;
  }

  private boolean affects(RuleRuntime rules) {
    int id = rules.id();
    if (!asked.get(id)) {
      asked.set(id);
      Dependencies of = rules.dependencies();
      // As OPA evaluates everything anew under a modifier, what prints does so again.
      affected.set(
          id, rules.prints() || of.meet(changesInput, changedData, changedFunctions.keySet()));
    }
    return affected.get(id);
  }

  /** The remembered value of a rule set, {@code null} when there is none. */
  @Nullable Object value(int id) {
    return id < values.length ? values[id] : null;
  }

  void setValue(int id, Object value) {
    if (id >= values.length) {
      values = java.util.Arrays.copyOf(values, Math.max(id + 1, values.length * 2));
    }
    values[id] = value;
  }
}

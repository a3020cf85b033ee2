package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A comprehension that depends on one variable around it: remembered by the value of that variable
 * when it is a scalar. This makes {@code ports := [y.port | some y in xs; y.interface == i]} inside
 * a loop a group-by.
 */
final class KeyedComprehensionNode extends ValueNode {
  private static final int TRIAL = 64;

  private final ValueNode comprehension;
  private final int slot;

  KeyedComprehensionNode(ValueNode comprehension, int slot) {
    this.comprehension = comprehension;
    this.slot = slot;
  }

  @Override
  @Nullable Value eval(Frame frame) {
    Value key = frame.slots[slot];
    if (key instanceof ArrayValue
        || key instanceof ObjectValue
        || key instanceof SetValue
        || frame.run.log() != null) {
      return comprehension.eval(frame);
    }
    Groups groups = (Groups) frame.run.world.memo.get(this);
    if (groups == null) {
      groups = new Groups();
      frame.run.world.memo.put(this, groups);
    }
    Value known = groups.known.get(key);
    if (known != null) {
      groups.hits++;
      return known;
    }
    Value value = comprehension.eval(frame);
    if (value != null && groups.areUseful()) {
      groups.known.put(key, value);
    }
    return value;
  }

  /** Values by key; no more are kept when hardly any was ever asked for twice. */
  private static final class Groups {
    final Map<Value, Value> known = new HashMap<>();
    int hits;

    boolean areUseful() {
      return known.size() < TRIAL || hits > known.size() / 8;
    }
  }
}

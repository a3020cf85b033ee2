package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;

/** Goes on when a block succeeds for each member of a collection. */
final class EveryNode extends Code {
  private final ValueNode domain;
  private final int keySlot;
  private final int valueSlot;
  private final Code block;
  private final Code next;

  EveryNode(ValueNode domain, int keySlot, int valueSlot, Code block, Code next) {
    this.domain = domain;
    this.keySlot = keySlot;
    this.valueSlot = valueSlot;
    this.block = block;
    this.next = next;
  }

  @Override
  public boolean run(Frame frame) {
    return holds(frame, domain.eval(frame)) && next.run(frame);
  }

  private boolean holds(Frame frame, @org.jspecify.annotations.Nullable Value value) {
    if (value instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        if (!holds(frame, NumberValue.of(i), array.get(i))) {
          return false;
        }
      }
      return true;
    } else if (value instanceof ObjectValue object) {
      for (int i = 0; i < object.size(); i++) {
        if (!holds(frame, object.keyAt(i), object.valueAt(i))) {
          return false;
        }
      }
      return true;
    } else if (value instanceof SetValue set) {
      for (Value element : set) {
        if (!holds(frame, element, element)) {
          return false;
        }
      }
      return true;
    }
    return false;
  }

  private boolean holds(Frame frame, Value key, Value member) {
    frame.run.step();
    if (keySlot >= 0) {
      frame.slots[keySlot] = key;
    }
    if (valueSlot >= 0) {
      frame.slots[valueSlot] = member;
    }
    return block.run(frame);
  }
}

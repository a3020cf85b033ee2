package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;

/** Goes on once for each member of a collection. */
final class ScanNode extends Code {
  private final ValueNode collection;
  private final int keySlot;
  private final int valueSlot;
  private final Code next;

  ScanNode(ValueNode collection, int keySlot, int valueSlot, Code next) {
    this.collection = collection;
    this.keySlot = keySlot;
    this.valueSlot = valueSlot;
    this.next = next;
  }

  @Override
  public boolean run(Frame frame) {
    Value value = collection.eval(frame);
    return value != null && scan(value, frame);
  }

  /** Goes through the members of a value. */
  boolean scan(Value value, Frame frame) {
    if (value instanceof ArrayValue array) {
      return scan(array, frame);
    } else if (value instanceof ObjectValue object) {
      return scan(object, frame);
    } else if (value instanceof SetValue set) {
      return scan(set, frame);
    }
    return false;
  }

  private boolean scan(ArrayValue array, Frame frame) {
    int n = array.size();
    for (int i = 0; i < n; i++) {
      frame.run.step();
      bind(array, frame, i);
      if (next.run(frame)) {
        return true;
      }
    }
    return false;
  }

  private boolean scan(ObjectValue object, Frame frame) {
    int n = object.size();
    for (int i = 0; i < n; i++) {
      frame.run.step();
      bind(object, frame, i);
      if (next.run(frame)) {
        return true;
      }
    }
    return false;
  }

  private boolean scan(SetValue set, Frame frame) {
    int n = set.size();
    for (int i = 0; i < n; i++) {
      frame.run.step();
      bind(set, frame, i);
      if (next.run(frame)) {
        return true;
      }
    }
    return false;
  }

  private void bind(ArrayValue array, Frame frame, int i) {
    if (keySlot >= 0) {
      frame.slots[keySlot] = NumberValue.of(i);
    }
    if (valueSlot >= 0) {
      frame.slots[valueSlot] = array.get(i);
    }
  }

  private void bind(ObjectValue object, Frame frame, int i) {
    if (keySlot >= 0) {
      frame.slots[keySlot] = object.keyAt(i);
    }
    if (valueSlot >= 0) {
      frame.slots[valueSlot] = object.valueAt(i);
    }
  }

  private void bind(SetValue set, Frame frame, int i) {
    Value element = set.elementAt(i);
    if (keySlot >= 0) {
      frame.slots[keySlot] = element;
    }
    if (valueSlot >= 0) {
      frame.slots[valueSlot] = element;
    }
  }

  /** Binds the variables to one member. */
  void bind(Frame frame, Value value, int i) {
    if (value instanceof ArrayValue array) {
      bind(array, frame, i);
    } else if (value instanceof ObjectValue object) {
      bind(object, frame, i);
    } else if (value instanceof SetValue set) {
      bind(set, frame, i);
    }
  }

  /** Goes on with one member. */
  boolean round(Frame frame, Value value, int i) {
    bind(frame, value, i);
    return next.run(frame);
  }
}

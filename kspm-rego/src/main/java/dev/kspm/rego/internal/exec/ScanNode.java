package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;

/** Runs the rest once for each member of a collection. */
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
      if (round(frame, NumberValue.of(i), array.get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean scan(ObjectValue object, Frame frame) {
    int n = object.size();
    for (int i = 0; i < n; i++) {
      if (round(frame, object.keyAt(i), object.valueAt(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean scan(SetValue set, Frame frame) {
    int n = set.size();
    for (int i = 0; i < n; i++) {
      Value element = set.elementAt(i);
      if (round(frame, element, element)) {
        return true;
      }
    }
    return false;
  }

  private boolean round(Frame frame, Value key, Value value) {
    frame.run.step();
    if (keySlot >= 0) {
      frame.slots[keySlot] = key;
    }
    if (valueSlot >= 0) {
      frame.slots[valueSlot] = value;
    }
    return next.run(frame);
  }
}

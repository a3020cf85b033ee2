package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;

/** Goes on when a variable holds an array or object of a size. */
final class ShapeNode extends Code {
  private final int slot;
  private final int size;
  private final boolean array;
  private final Code next;

  ShapeNode(int slot, int size, boolean array, Code next) {
    this.slot = slot;
    this.size = size;
    this.array = array;
    this.next = next;
  }

  @Override
  public boolean run(Frame frame) {
    Value value = frame.slots[slot];
    boolean fits =
        array
            ? value instanceof ArrayValue a && a.size() == size
            : value instanceof ObjectValue o && o.size() == size;
    return fits && next.run(frame);
  }
}

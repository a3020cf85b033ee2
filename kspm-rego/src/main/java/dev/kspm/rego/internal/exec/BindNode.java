package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.Value;

/** Binds a variable when the value is defined. */
final class BindNode extends Code {
  private final int slot;
  private final ValueNode value;
  private final Code next;

  BindNode(int slot, ValueNode value, Code next) {
    this.slot = slot;
    this.value = value;
    this.next = next;
  }

  @Override
  public boolean run(Frame frame) {
    Value result = value.eval(frame);
    if (result == null) {
      return false;
    }
    frame.slots[slot] = result;
    return next.run(frame);
  }
}

package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.Value;

/** A bound variable. */
final class LocalNode extends ValueNode {
  private final int slot;

  LocalNode(int slot) {
    this.slot = slot;
  }

  @Override
  Value eval(Frame frame) {
    return frame.slots[slot];
  }
}

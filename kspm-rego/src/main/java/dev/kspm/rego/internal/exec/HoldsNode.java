package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** Whether a block succeeds. */
final class HoldsNode extends ValueNode {
  private final Code block;

  HoldsNode(Code block) {
    this.block = block;
  }

  @Override
  @Nullable Value eval(Frame frame) {
    return block.run(frame) ? BooleanValue.TRUE : null;
  }
}

package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** The input document. */
final class InputNode extends ValueNode {
  static final InputNode INSTANCE = new InputNode();

  private InputNode() {}

  @Override
  @Nullable Value eval(Frame frame) {
    return frame.run.world.input;
  }
}

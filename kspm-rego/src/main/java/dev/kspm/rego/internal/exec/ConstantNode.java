package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.Value;

/** A constant. */
final class ConstantNode extends ValueNode {
  static final ConstantNode NULL = new ConstantNode(NullValue.NULL);

  private final Value value;

  ConstantNode(Value value) {
    this.value = value;
  }

  @Override
  Value eval(Frame frame) {
    return value;
  }
}

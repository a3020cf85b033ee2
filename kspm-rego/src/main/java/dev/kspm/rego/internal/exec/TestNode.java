package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.Value;

/** Goes on when a value is defined and not false. */
final class TestNode extends Code {
  private final ValueNode value;
  private final Code next;

  TestNode(ValueNode value, Code next) {
    this.value = value;
    this.next = next;
  }

  @Override
  public boolean run(Frame frame) {
    Value result = value.eval(frame);
    return result != null && result.isTruthy() && next.run(frame);
  }
}

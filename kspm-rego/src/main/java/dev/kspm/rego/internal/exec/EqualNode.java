package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.Value;

/** Goes on when both values are defined and equal. */
final class EqualNode extends Code {
  private final ValueNode left;
  private final ValueNode right;
  private final Code next;

  EqualNode(ValueNode left, ValueNode right, Code next) {
    this.left = left;
    this.right = right;
    this.next = next;
  }

  @Override
  public boolean run(Frame frame) {
    Value a = left.eval(frame);
    if (a == null) {
      return false;
    }
    Value b = right.eval(frame);
    return b != null && a.equals(b) && next.run(frame);
  }
}

package dev.kspm.rego.internal.exec;

/** Goes on once when both, or one, of two blocks succeed. */
final class LogicalNode extends Code {
  private final boolean isAnd;
  private final Code left;
  private final Code right;
  private final Code next;

  LogicalNode(boolean isAnd, Code left, Code right, Code next) {
    this.isAnd = isAnd;
    this.left = left;
    this.right = right;
    this.next = next;
  }

  @Override
  public boolean run(Frame frame) {
    boolean holds =
        isAnd ? left.run(frame) && right.run(frame) : left.run(frame) || right.run(frame);
    return holds && next.run(frame);
  }
}

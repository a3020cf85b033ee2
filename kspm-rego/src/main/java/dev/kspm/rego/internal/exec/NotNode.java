package dev.kspm.rego.internal.exec;

/** Goes on when a block does not succeed. */
final class NotNode extends Code {
  private final Code block;
  private final Code next;

  NotNode(Code block, Code next) {
    this.block = block;
    this.next = next;
  }

  @Override
  public boolean run(Frame frame) {
    return !block.run(frame) && next.run(frame);
  }
}

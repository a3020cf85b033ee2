package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.BooleanValue;

/** A negation that lets its body run to the end, as in OPA, so that the observer is told of it. */
final class ObservedNot extends Code {
  private final int found;
  private final Code body;
  private final Code next;

  /**
   * A negation.
   *
   * @param found slot that {@link Found} sets
   */
  ObservedNot(int found, Code body, Code next) {
    this.found = found;
    this.body = body;
    this.next = next;
  }

  @Override
  public boolean run(Frame frame) {
    body.run(frame);
    return frame.slots[found] == BooleanValue.FALSE && next.run(frame);
  }

  /** The end of the body. */
  static final class Found extends Code {
    private final int found;

    Found(int found) {
      this.found = found;
    }

    @Override
    public boolean run(Frame frame) {
      frame.slots[found] = BooleanValue.TRUE;
      return false;
    }
  }
}

package dev.kspm.rego.internal.exec;

/** Never succeeds. */
final class FailNode extends Code {
  static final FailNode INSTANCE = new FailNode();

  private FailNode() {}

  @Override
  public boolean run(Frame frame) {
    return false;
  }
}

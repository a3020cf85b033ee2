package dev.kspm.rego.internal.exec;

/** The end of a block whose success is all that matters. */
final class DoneNode extends Code {
  static final DoneNode INSTANCE = new DoneNode();

  private DoneNode() {}

  @Override
  public boolean run(Frame frame) {
    return true;
  }
}

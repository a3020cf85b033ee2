package dev.kspm.rego.internal.exec;

/** A body whose begin and end are told to the observer. */
final class ObservedBody extends Code {
  private final Code body;

  ObservedBody(Code body) {
    this.body = body;
  }

  /** An error leaves the body open, so that the observer still knows where it happened. */
  @Override
  public boolean run(Frame frame) {
    Observer observer = frame.run.observer();
    observer.bodyBegins();
    boolean enough = body.run(frame);
    observer.bodyEnds();
    return enough;
  }
}

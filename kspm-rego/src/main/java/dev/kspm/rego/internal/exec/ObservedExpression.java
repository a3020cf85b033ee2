package dev.kspm.rego.internal.exec;

import dev.kspm.rego.diagnostic.Span;

/** Tells the observer which expression comes next. */
final class ObservedExpression extends Code {
  private final Span span;
  private final Code next;

  ObservedExpression(Span span, Code next) {
    this.span = span;
    this.next = next;
  }

  @Override
  public boolean run(Frame frame) {
    frame.run.observer().expression(span);
    return next.run(frame);
  }
}

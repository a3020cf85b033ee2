package dev.kspm.rego.internal.exec;

import dev.kspm.rego.diagnostic.Span;

/** Tells the observer that a rule gives a value. */
final class ObservedYield extends Code {
  private final Span head;
  private final Code yield;

  ObservedYield(Span head, Code yield) {
    this.head = head;
    this.yield = yield;
  }

  @Override
  public boolean run(Frame frame) {
    boolean enough = yield.run(frame);
    frame.run.observer().yields(head);
    return enough;
  }
}

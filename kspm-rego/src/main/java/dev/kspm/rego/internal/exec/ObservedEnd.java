package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.value.BooleanValue;

/** Tells the observer that a body or rule has succeeded, and when it is tried again. */
final class ObservedEnd extends Code {
  private final Op.End end;
  private final boolean early;
  private final Code last;

  ObservedEnd(Op.End end, boolean early, Code last) {
    this.end = end;
    this.early = early;
    this.last = last;
  }

  @Override
  public boolean run(Frame frame) {
    Tracer tracer = frame.run.tracer();
    int query = Tracer.number(frame, end.site().query());
    boolean first = early;
    if (end.subject().isRule()) {
      first = frame.slots[end.site().state()] == BooleanValue.TRUE;
    }
    tracer.tell(
        Observation.Kind.EXIT, end.subject(), query, first ? "early" : "", end.names(), frame);
    tracer.after = Tracer.After.REDO;
    boolean enough = last.run(frame);
    Tracer.After after = tracer.after;
    tracer.after = Tracer.After.REDO;
    if (after == Tracer.After.DUPLICATE) {
      tracer.tell(Observation.Kind.DUPLICATE, end.subject(), query, "", end.names(), frame);
    }
    if (after != Tracer.After.NOTHING) {
      tracer.tell(Observation.Kind.REDO, end.subject(), query, "", end.names(), frame);
    }
    return enough;
  }
}

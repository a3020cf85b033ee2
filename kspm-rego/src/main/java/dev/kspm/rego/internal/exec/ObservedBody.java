package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.value.NumberValue;

/** A body whose begin is told to the observer. */
final class ObservedBody extends Code {
  private final Op.Subject subject;
  private final Op.Site site;
  private final Code body;

  ObservedBody(Op.Begin begin, Code body) {
    this.subject = begin.subject();
    this.site = begin.site();
    this.body = body;
  }

  /** An error leaves the body open, so that the observer still knows where it happened. */
  @Override
  public boolean run(Frame frame) {
    Tracer tracer = frame.run.tracer();
    Tracer.Place outer = tracer.place();
    boolean early = tracer.early;
    tracer.early = false;
    frame.slots[site.query()] = NumberValue.of(tracer.begin(subject));
    frame.slots[site.state()] = dev.kspm.rego.value.BooleanValue.of(early);
    boolean enough = body.run(frame);
    tracer.returnTo(outer);
    return enough;
  }
}

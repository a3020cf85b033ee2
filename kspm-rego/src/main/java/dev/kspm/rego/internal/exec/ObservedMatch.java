package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Op;
import java.util.List;

/** Tells the observer when the keys of a rule do not fit those that are wanted. */
final class ObservedMatch extends Code {
  private final Op.Subject subject;
  private final Op.Site site;
  private final Code match;

  ObservedMatch(Op.Begin begin, Code match) {
    this.subject = begin.subject();
    this.site = begin.site();
    this.match = match;
  }

  @Override
  public boolean run(Frame frame) {
    Tracer tracer = frame.run.tracer();
    tracer.matched = false;
    boolean enough = match.run(frame);
    if (!tracer.matched && !subject.isFunction()) {
      tracer.tell(
          Observation.Kind.FAIL,
          subject,
          Tracer.number(frame, site.query()),
          "",
          new Op.Names(List.of(), List.of()),
          frame);
    }
    return enough;
  }

  /** Where the keys fit. */
  static final class Matched extends Code {
    private final Code next;

    Matched(Code next) {
      this.next = next;
    }

    @Override
    public boolean run(Frame frame) {
      boolean enough = next.run(frame);
      frame.run.tracer().matched = true;
      return enough;
    }
  }
}

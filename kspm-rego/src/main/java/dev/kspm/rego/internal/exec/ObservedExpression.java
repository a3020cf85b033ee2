package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.value.BooleanValue;

/** Tells the observer which expression comes next, and when it failed. */
final class ObservedExpression extends Code {
  private final Op.At at;
  private final Code next;

  ObservedExpression(Op.At at, Code next) {
    this.at = at;
    this.next = next;
  }

  @Override
  public boolean run(Frame frame) {
    Tracer tracer = frame.run.tracer();
    tracer.expression(Observation.Kind.EVAL, at.subject(), frame, at.site(), at.names());
    frame.slots[at.site().state()] = BooleanValue.FALSE;
    boolean enough = next.run(frame);
    if (frame.slots[at.site().state()] == BooleanValue.FALSE) {
      tracer.expression(Observation.Kind.FAIL, at.subject(), frame, at.site(), at.names());
    }
    return enough;
  }

  /** Where the expression has succeeded. */
  static final class Past extends Code {
    private final Op.Past past;
    private final Code next;

    Past(Op.Past past, Code next) {
      this.past = past;
      this.next = next;
    }

    @Override
    public boolean run(Frame frame) {
      frame.slots[past.site().state()] = BooleanValue.TRUE;
      boolean enough;
      try {
        enough = next.run(frame);
      } catch (EvalError error) {
        frame.run.tracer().broken();
        again(frame);
        throw error;
      }
      again(frame);
      return enough;
    }

    private void again(Frame frame) {
      if (!past.subject().isNegated()) {
        frame
            .run
            .tracer()
            .expression(Observation.Kind.REDO, past.subject(), frame, past.site(), past.names());
      }
    }
  }
}

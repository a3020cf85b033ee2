package dev.kspm.rego.internal.exec;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;

/** Adds a member to an object comprehension. */
final class PutNode extends Code {
  private final int accumulator;
  private final ValueNode key;
  private final ValueNode value;
  private final Span span;

  PutNode(int accumulator, ValueNode key, ValueNode value, Span span) {
    this.accumulator = accumulator;
    this.key = key;
    this.value = value;
    this.span = span;
  }

  @Override
  public boolean run(Frame frame) {
    Value k = key.eval(frame);
    Value v = k == null ? null : value.eval(frame);
    if (k != null && v != null) {
      frame.run.build(1);
      Value known = ((ObjectValue.Builder) frame.accumulators[accumulator]).putIfAbsent(k, v);
      if (known != null && !known.equals(v)) {
        throw new EvalError(EvalError.CONFLICT, "object keys must be unique", span, null);
      }
    }
    return false;
  }
}

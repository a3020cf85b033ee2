package dev.kspm.rego.internal.exec;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** A call of a builtin with at most one result. */
final class BuiltinCallNode extends ValueNode {
  private final Builtin.OfFunction builtin;
  private final ValueNode[] args;
  private final Span span;

  BuiltinCallNode(Builtin.OfFunction builtin, ValueNode[] args, Span span) {
    this.builtin = builtin;
    this.args = args;
    this.span = span;
  }

  @Override
  @Nullable Value eval(Frame frame) {
    Value[] values = evalAll(args, frame);
    return values == null ? null : Calls.builtin(frame.run, builtin, values, span);
  }
}

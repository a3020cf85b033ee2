package dev.kspm.rego.internal.exec;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** A call of a function of the policy. */
final class FunctionCallNode extends ValueNode {
  private final RuleRuntime function;
  private final ValueNode[] args;
  private final Span span;

  FunctionCallNode(RuleRuntime function, ValueNode[] args, Span span) {
    this.function = function;
    this.args = args;
    this.span = span;
  }

  @Override
  @Nullable Value eval(Frame frame) {
    Value[] values = evalAll(args, frame);
    return values == null ? null : Calls.function(frame.run, function, values, span);
  }
}

package dev.kspm.rego.internal.exec;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.value.Value;

/**
 * A builtin that only the compiler knows: a {@code print} that it did not rewrite, as OPA overlooks
 * it in the result of a query's comprehension.
 */
final class UnsupportedNode extends ValueNode {
  private final String name;
  private final Span span;

  UnsupportedNode(String name, Span span) {
    this.name = name;
    this.span = span;
  }

  @Override
  Value eval(Frame frame) {
    throw new EvalError(EvalError.INTERNAL, "unsupported built-in: " + name, span, null);
  }
}

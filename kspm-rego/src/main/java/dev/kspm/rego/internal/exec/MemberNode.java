package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** A member whose key is computed. */
final class MemberNode extends ValueNode {
  private final ValueNode container;
  private final ValueNode key;

  MemberNode(ValueNode container, ValueNode key) {
    this.container = container;
    this.key = key;
  }

  @Override
  @Nullable Value eval(Frame frame) {
    Value of = container.eval(frame);
    if (of == null) {
      return null;
    }
    Value at = key.eval(frame);
    return at == null ? null : of.lookup(at);
  }
}

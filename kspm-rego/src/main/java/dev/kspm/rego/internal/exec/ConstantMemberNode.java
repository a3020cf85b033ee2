package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** A member with a constant key. */
final class ConstantMemberNode extends ValueNode {
  private final ValueNode container;
  private final Value key;

  ConstantMemberNode(ValueNode container, Value key) {
    this.container = container;
    this.key = key;
  }

  @Override
  @Nullable Value eval(Frame frame) {
    Value of = container.eval(frame);
    return of == null ? null : of.lookup(key);
  }
}

package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** A set of computed elements. */
final class MakeSetNode extends ValueNode {
  private final ValueNode[] elements;

  MakeSetNode(ValueNode[] elements) {
    this.elements = elements;
  }

  @Override
  @Nullable Value eval(Frame frame) {
    frame.run.build(elements.length);
    Value[] values = evalAll(elements, frame);
    return values == null ? null : SetValue.of(values);
  }
}

package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** An array of computed elements. */
final class MakeArrayNode extends ValueNode {
  private final ValueNode[] elements;

  MakeArrayNode(ValueNode[] elements) {
    this.elements = elements;
  }

  @Override
  @Nullable Value eval(Frame frame) {
    frame.run.build(elements.length);
    Value[] values = evalAll(elements, frame);
    return values == null ? null : ArrayValue.of(values);
  }
}

package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Expression;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;

/** A comprehension. */
final class ComprehensionNode extends ValueNode {
  private final Expression.Comprehension.Kind kind;
  private final int accumulator;
  private final Code block;

  ComprehensionNode(Expression.Comprehension.Kind kind, int accumulator, Code block) {
    this.kind = kind;
    this.accumulator = accumulator;
    this.block = block;
  }

  @Override
  Value eval(Frame frame) {
    switch (kind) {
      case ARRAY -> {
        ArrayValue.Builder array = ArrayValue.builder();
        fill(frame, array);
        return array.build();
      }
      case SET -> {
        SetValue.Builder set = SetValue.builder();
        fill(frame, set);
        return set.build();
      }
      default -> {
        ObjectValue.Builder object = ObjectValue.builder();
        fill(frame, object);
        return object.build();
      }
    }
  }

  private void fill(Frame frame, Object builder) {
    frame.run.step();
    frame.accumulators[accumulator] = builder;
    block.run(frame);
  }
}

package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Expression;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;

/** Adds an element to a comprehension. */
final class AddNode extends Code {
  private final Expression.Comprehension.Kind kind;
  private final int accumulator;
  private final ValueNode element;

  AddNode(Expression.Comprehension.Kind kind, int accumulator, ValueNode element) {
    this.kind = kind;
    this.accumulator = accumulator;
    this.element = element;
  }

  @Override
  public boolean run(Frame frame) {
    Value value = element.eval(frame);
    if (value != null) {
      frame.run.build(1);
      Object builder = frame.accumulators[accumulator];
      if (kind == Expression.Comprehension.Kind.ARRAY) {
        ((ArrayValue.Builder) builder).add(value);
      } else {
        ((SetValue.Builder) builder).add(value);
      }
    }
    return false;
  }
}

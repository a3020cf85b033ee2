package dev.kspm.rego.internal.exec;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** An object of computed members. */
final class MakeObjectNode extends ValueNode {
  private final ValueNode[] keys;
  private final ValueNode[] values;
  private final Span span;

  MakeObjectNode(ValueNode[] keys, ValueNode[] values, Span span) {
    this.keys = keys;
    this.values = values;
    this.span = span;
  }

  @Override
  @Nullable Value eval(Frame frame) {
    frame.run.build(keys.length);
    ObjectValue.Builder object = ObjectValue.builder();
    for (int i = 0; i < keys.length; i++) {
      Value key = keys[i].eval(frame);
      Value value = key == null ? null : values[i].eval(frame);
      if (key == null || value == null) {
        return null;
      }
      Value known = object.putIfAbsent(key, value);
      if (known != null && !known.equals(value)) {
        throw new EvalError(EvalError.CONFLICT, "object keys must be unique", span, null);
      }
    }
    return object.build();
  }
}

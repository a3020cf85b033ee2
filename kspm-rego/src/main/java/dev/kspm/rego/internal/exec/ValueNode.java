package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** A node that has a value or is undefined. */
abstract class ValueNode {
  static final ValueNode[] NONE = {};

  /** The value, or {@code null} when it is undefined. */
  abstract @Nullable Value eval(Frame frame);

  /** Evaluates several nodes in order; {@code null} when one is undefined. */
  static Value @Nullable [] evalAll(ValueNode[] nodes, Frame frame) {
    Value[] values = new Value[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      Value value = nodes[i].eval(frame);
      if (value == null) {
        return null;
      }
      values[i] = value;
    }
    return values;
  }
}

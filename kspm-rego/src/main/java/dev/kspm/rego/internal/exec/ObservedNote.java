package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** A call of {@code trace}, whose text the observer is told. */
final class ObservedNote extends ValueNode {
  private final ValueNode text;
  private final ValueNode call;

  ObservedNote(ValueNode text, ValueNode call) {
    this.text = text;
    this.call = call;
  }

  @Override
  @Nullable Value eval(Frame frame) {
    if (text.eval(frame) instanceof StringValue note) {
      frame.run.tracer().here(Observation.Kind.NOTE, note.value(), "");
    }
    return call.eval(frame);
  }
}

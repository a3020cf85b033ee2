package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** A call that the observer is told of: of {@code trace}, or the mark of a case of a test. */
final class ObservedNote extends ValueNode {
  private final ValueNode argument;
  private final ValueNode call;

  ObservedNote(ValueNode argument, ValueNode call) {
    this.argument = argument;
    this.call = call;
  }

  @Override
  @Nullable Value eval(Frame frame) {
    Value told = argument.eval(frame);
    if (told instanceof StringValue note) {
      frame.run.tracer().here(Observation.Kind.NOTE, note.value(), "");
    } else if (told != null) {
      frame.run.tracer().here(Observation.Kind.TEST_CASE, "", "internal.test_case", told);
    }
    return call.eval(frame);
  }
}

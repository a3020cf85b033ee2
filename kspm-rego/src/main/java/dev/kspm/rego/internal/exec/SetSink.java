package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;

/** The elements of a set rule. */
final class SetSink extends Sink {
  private final Run run;
  final SetValue.Builder elements = SetValue.builder();

  SetSink(Run run) {
    this.run = run;
  }

  @Override
  boolean accept(Value[] keys, Value value, Op.Yield site) {
    if (elements.add(value)) {
      run.build(1);
    }
    return site.once();
  }
}

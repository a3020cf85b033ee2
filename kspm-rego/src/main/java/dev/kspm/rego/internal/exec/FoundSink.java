package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** Whether a known element is in a set rule. */
final class FoundSink extends Sink {
  @Nullable Value found;

  @Override
  boolean accept(Value[] keys, Value value, Op.Yield site) {
    found = value;
    return site.pure();
  }
}

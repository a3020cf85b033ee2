package dev.kspm.rego.internal.exec;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** The value of a complete rule or function: every result must be the same. */
class OneValue extends Sink {
  @Nullable Value value;

  /** Where another value was found. */
  @Nullable Span conflict;

  @Override
  boolean accept(Value[] keys, Value found, Op.Yield site) {
    Value known = value;
    if (known == null) {
      value = found;
    } else if (!known.equals(found)) {
      conflict = site.span();
      return true;
    }
    return site.constant();
  }
}

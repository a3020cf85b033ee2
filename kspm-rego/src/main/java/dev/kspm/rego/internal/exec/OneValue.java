package dev.kspm.rego.internal.exec;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** The value of a complete rule or function: every result must be the same. */
class OneValue extends Sink {
  private final boolean firstIsEnough;
  @Nullable Value value;

  /** Where another value was found. */
  @Nullable Span conflict;

  OneValue() {
    this(false);
  }

  OneValue(boolean firstIsEnough) {
    this.firstIsEnough = firstIsEnough;
  }

  @Override
  boolean accept(Value[] keys, Value found, Op.Yield site) {
    Value known = value;
    if (known == null) {
      value = found;
    } else if (!known.equals(found)) {
      conflict = site.span();
      return true;
    }
    return firstIsEnough || site.once();
  }
}

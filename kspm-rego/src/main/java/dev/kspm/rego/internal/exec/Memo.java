package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.Value;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A remembered result: a value or its absence, with the holes that were noticed while it was
 * computed.
 */
record Memo(@Nullable Value value, @Nullable BitSet holes) {
  static final Memo UNDEFINED = new Memo(null, null);
}

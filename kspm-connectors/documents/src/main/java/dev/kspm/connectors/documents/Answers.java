package dev.kspm.connectors.documents;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.Value;
import java.util.LinkedHashSet;
import java.util.Set;

/** The pages of one list, put together; what is on two of them counts once. Not thread-safe. */
final class Answers {
  private final Set<Value> members = new LinkedHashSet<>();
  private boolean continued;
  private boolean ended;

  void add(Iterable<? extends Value> page, boolean isContinued) {
    page.forEach(members::add);
    continued |= isContinued;
    ended |= !isContinued;
  }

  /** Whether a page says that there is another one, and none says that it is the last. */
  boolean isOpen() {
    return continued && !ended;
  }

  ArrayValue members() {
    return ArrayValue.of(java.util.List.copyOf(members));
  }
}

package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.Value;
import java.util.Arrays;

/** A rule set and known keys, as a key of the memo. */
final class MemberKey {
  private final int rules;
  private final Value[] keys;

  MemberKey(int rules, Value[] keys) {
    this.rules = rules;
    this.keys = keys;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MemberKey that && rules == that.rules && Arrays.equals(keys, that.keys);
  }

  @Override
  public int hashCode() {
    return 31 * rules + Arrays.hashCode(keys);
  }
}

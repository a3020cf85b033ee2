package dev.kspm.rego.value;

import org.jspecify.annotations.Nullable;

/**
 * An object that holds its members in a hash table with a sorted view that is made on first
 * iteration.
 */
final class PlainObject extends ObjectValue {
  private final ValueTable table;
  private int hash;
  private boolean observed;

  PlainObject(ValueTable table) {
    this.table = table;
  }

  @Override
  public int size() {
    return table.size();
  }

  @Override
  public @Nullable Value get(Value key) {
    return table.get(key);
  }

  @Override
  public Value keyAt(int position) {
    return table.keyAt(table.sorted()[position]);
  }

  @Override
  public Value valueAt(int position) {
    return table.valueAt(table.sorted()[position]);
  }

  @Override
  boolean isObserved() {
    return hashCode() != 0 && observed;
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0 || observed) {
      h = 0;
      boolean seen = false;
      for (int i = 0; i < table.size(); i++) {
        Value key = table.keyAt(i);
        Value value = table.valueAt(i);
        h += ValueTable.spread(key.hashCode()) ^ 31 * value.hashCode();
        seen |= value.isObserved() || key.isObserved();
      }
      h = h == 0 ? 1 : h;
      observed = seen;
      hash = h;
    }
    return h;
  }
}

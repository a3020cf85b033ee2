package dev.kspm.rego.value;

import java.util.Collection;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A set of values; iteration is in the order of the elements. */
public final class SetValue extends Value implements Iterable<Value> {
  public static final SetValue EMPTY = new SetValue(new ValueTable(false));

  private final ValueTable table;
  private int hash;
  private boolean observed;

  private SetValue(ValueTable table) {
    this.table = table;
  }

  public static SetValue of(Value... elements) {
    Builder builder = new Builder();
    for (Value element : elements) {
      builder.add(element);
    }
    return builder.build();
  }

  public static SetValue of(Collection<? extends Value> elements) {
    return of(elements.toArray(new Value[0]));
  }

  public static Builder builder() {
    return new Builder();
  }

  public int size() {
    return table.size();
  }

  public boolean contains(Value element) {
    return table.find(element) >= 0;
  }

  /** The element at a position in the order of elements. */
  public Value elementAt(int position) {
    return table.keyAt(table.sorted()[position]);
  }

  @Override
  public @Nullable Value lookup(Value key) {
    int slot = table.find(key);
    return slot < 0 ? null : table.keyAt(slot);
  }

  @Override
  public ValueType type() {
    return ValueType.SET;
  }

  @Override
  public Iterator<Value> iterator() {
    int[] order = table.sorted();
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < order.length;
      }

      @Override
      public Value next() {
        if (next >= order.length) {
          throw new java.util.NoSuchElementException();
        }
        return table.keyAt(order[next++]);
      }
    };
  }

  @Override
  boolean isObserved() {
    return hashCode() != 0 && observed;
  }

  @Override
  public boolean equals(Object other) {
    if (other == this) {
      return true;
    }
    if (!(other instanceof SetValue that) || size() != that.size()) {
      return false;
    }
    for (int i = 0; i < size(); i++) {
      if (!that.contains(table.keyAt(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0 || observed) {
      h = 0x5e7;
      boolean seen = false;
      for (int i = 0; i < table.size(); i++) {
        Value element = table.keyAt(i);
        h += ValueTable.spread(element.hashCode());
        seen |= element.isObserved();
      }
      h = h == 0 ? 1 : h;
      observed = seen;
      hash = h;
    }
    return h;
  }

  /** Collects elements; not thread-safe, usable once. */
  public static final class Builder {
    private final ValueTable table = new ValueTable(false);

    private Builder() {}

    /** Adds an element; {@code false} when it was there already. */
    public boolean add(Value element) {
      return table.add(element);
    }

    public boolean contains(Value element) {
      return table.find(element) >= 0;
    }

    public int size() {
      return table.size();
    }

    public SetValue build() {
      return table.size() == 0 ? EMPTY : new SetValue(table);
    }
  }
}

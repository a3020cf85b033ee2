package dev.kspm.rego.value;

import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A mapping from values of any type to values; iteration is in the order of the keys. */
@SuppressWarnings("ClassInitializationDeadlock") // subclasses are reached only through this class
public abstract sealed class ObjectValue extends Value
    permits PlainObject, AdaptedObject, ObservedObject, TracedObject {
  public static final ObjectValue EMPTY = new Builder().buildPlain();

  ObjectValue() {}

  /**
   * Adapts a Java map lazily: values are converted when they are first read. The map must not
   * change afterwards.
   */
  public static ObjectValue adapt(Map<?, ?> map) {
    return new AdaptedObject(map);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** An object with one member. */
  public static ObjectValue of(Value key, Value value) {
    return new Builder().put(key, value).build();
  }

  public abstract int size();

  /** The value of a key, or {@code null} when the object has no such key. */
  public abstract @Nullable Value get(Value key);

  /** The value of a string key, or {@code null} when the object has no such key. */
  public final @Nullable Value get(String key) {
    return get(StringValue.of(key));
  }

  /** The key at a position in the order of keys. */
  public abstract Value keyAt(int position);

  /** The value at a position in the order of keys. */
  public abstract Value valueAt(int position);

  @Override
  public final @Nullable Value lookup(Value key) {
    return get(key);
  }

  /** Visits the members in the order of their keys. */
  public final void forEach(BiConsumer<? super Value, ? super Value> visitor) {
    int n = size();
    for (int i = 0; i < n; i++) {
      visitor.accept(keyAt(i), valueAt(i));
    }
  }

  /** A copy of this object with one member set. */
  public final ObjectValue with(Value key, Value value) {
    Builder copy = new Builder();
    forEach(copy::put);
    return copy.put(key, value).build();
  }

  @Override
  public final ValueType type() {
    return ValueType.OBJECT;
  }

  @Override
  public final boolean equals(Object other) {
    if (other == this) {
      return true;
    }
    if (!(other instanceof ObjectValue that) || size() != that.size()) {
      return false;
    }
    for (int i = 0; i < size(); i++) {
      Value theirs = that.get(keyAt(i));
      if (theirs == null || !theirs.equals(valueAt(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int h = 0;
    for (int i = 0; i < size(); i++) {
      h += ValueTable.spread(keyAt(i).hashCode()) ^ 31 * valueAt(i).hashCode();
    }
    return h;
  }

  /** Collects members; the last value of a key wins. Not thread-safe, usable once. */
  public static final class Builder {
    private final ValueTable table = new ValueTable(true);

    private Builder() {}

    public Builder put(Value key, Value value) {
      table.put(key, value);
      return this;
    }

    public Builder put(String key, Value value) {
      return put(StringValue.of(key), value);
    }

    /**
     * Adds a member unless the key has a value already; gives that value, or {@code null} when the
     * member was added.
     */
    public @Nullable Value putIfAbsent(Value key, Value value) {
      return table.putIfAbsent(key, value);
    }

    public @Nullable Value get(Value key) {
      return table.get(key);
    }

    public int size() {
      return table.size();
    }

    public ObjectValue build() {
      return table.size() == 0 ? EMPTY : buildPlain();
    }

    private ObjectValue buildPlain() {
      return new PlainObject(table);
    }
  }
}

package dev.kspm.rego.value;

/**
 * A Rego value: immutable, compared by Rego's total order and equality.
 *
 * <p>The order is null, false, true, numbers, strings (by code point), arrays, objects, sets.
 * {@link #equals} and {@link #hashCode} agree with {@link #compareTo}. {@link #toString} gives Rego
 * text, in which sets are {@code {1, 2}} and the empty set is {@code set()}.
 */
public abstract sealed class Value implements Comparable<Value>
    permits NullValue, BooleanValue, NumberValue, StringValue, ArrayValue, ObjectValue, SetValue {

  Value() {}

  /** The type of this value. */
  public abstract ValueType type();

  /** Compares by Rego's total order; never throws for values of different types. */
  @Override
  public final int compareTo(Value other) {
    return this == other ? 0 : ValueOrder.compare(this, other);
  }

  @Override
  public abstract boolean equals(Object other);

  @Override
  public abstract int hashCode();

  /** Rego text of this value. */
  @Override
  public final String toString() {
    return RegoText.of(this);
  }

  /** Whether an expression with this value succeeds: everything but {@code false}. */
  public final boolean isTruthy() {
    return this != BooleanValue.FALSE;
  }

  /**
   * Whether reading inside this value can notice data that was not read; such a value's hash is not
   * cached.
   */
  boolean isObserved() {
    return false;
  }

  /**
   * The member of an array (by integer), object (by key) or set (the element itself), or {@code
   * null} when there is none or this is a scalar.
   */
  public @org.jspecify.annotations.Nullable Value lookup(Value key) {
    return null;
  }
}

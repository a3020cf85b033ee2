package dev.kspm.rego.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An ordered list of values. */
@SuppressWarnings("ClassInitializationDeadlock") // subclasses are reached only through this class
public abstract sealed class ArrayValue extends Value implements Iterable<Value>
    permits PlainArray, AdaptedArray, ObservedArray, TracedArray {
  public static final ArrayValue EMPTY = new PlainArray(new Value[0]);

  ArrayValue() {}

  public static ArrayValue of(Value... elements) {
    return elements.length == 0 ? EMPTY : new PlainArray(elements.clone());
  }

  public static ArrayValue of(Collection<? extends Value> elements) {
    return elements.isEmpty() ? EMPTY : new PlainArray(elements.toArray(new Value[0]));
  }

  /**
   * Adapts a Java list lazily: elements are converted when they are first read. The list must not
   * change afterwards.
   */
  public static ArrayValue adapt(List<?> list) {
    return new AdaptedArray(list);
  }

  /** A builder with room for some elements. */
  public static Builder builder() {
    return new Builder();
  }

  public abstract int size();

  /**
   * The element at a position.
   *
   * @throws IndexOutOfBoundsException if the index is not in {@code [0, size)}
   */
  public abstract Value get(int index);

  @Override
  public @Nullable Value lookup(Value key) {
    if (key instanceof NumberValue n) {
      if (n.isLong()) {
        long i = n.asLong();
        return i >= 0 && i < size() ? get((int) i) : null;
      }
      if (n.isInteger()
          && n.exact().signum() >= 0
          && n.exact().compareTo(java.math.BigDecimal.valueOf(size())) < 0) {
        return get(n.exact().intValue());
      }
    }
    return null;
  }

  @Override
  public final ValueType type() {
    return ValueType.ARRAY;
  }

  @Override
  public Iterator<Value> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < size();
      }

      @Override
      public Value next() {
        if (next >= size()) {
          throw new java.util.NoSuchElementException();
        }
        return get(next++);
      }
    };
  }

  @Override
  public final boolean equals(Object other) {
    if (other == this) {
      return true;
    }
    if (!(other instanceof ArrayValue that) || size() != that.size()) {
      return false;
    }
    for (int i = 0; i < size(); i++) {
      if (!get(i).equals(that.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int h = 7;
    for (int i = 0; i < size(); i++) {
      h = 31 * h + get(i).hashCode();
    }
    return h;
  }

  /** Collects elements in order; not thread-safe, usable once. */
  public static final class Builder {
    private Value[] elements = new Value[8];
    private int size;

    private Builder() {}

    public Builder add(Value element) {
      if (size == elements.length) {
        elements = Arrays.copyOf(elements, size * 2);
      }
      elements[size++] = element;
      return this;
    }

    public int size() {
      return size;
    }

    public ArrayValue build() {
      return size == 0
          ? EMPTY
          : new PlainArray(size == elements.length ? elements : Arrays.copyOf(elements, size));
    }
  }
}

package dev.kspm.rego.value;

import org.jspecify.annotations.Nullable;

/** An array whose reading is recorded. */
final class TracedArray extends ArrayValue {
  private final ArrayValue plain;
  private final TracedValues.Place place;

  TracedArray(ArrayValue plain, TracedValues.Place place) {
    this.plain = plain;
    this.place = place;
  }

  @Override
  public int size() {
    place.whole();
    return plain.size();
  }

  @Override
  public Value get(int index) {
    return place.member(NumberValue.of(index), plain.get(index));
  }

  @Override
  public @Nullable Value lookup(Value key) {
    return place.lookup(key, plain.lookup(key));
  }

  @Override
  public int hashCode() {
    place.whole();
    return plain.hashCode();
  }
}

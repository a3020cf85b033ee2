package dev.kspm.rego.value;

import org.jspecify.annotations.Nullable;

/** An object whose reading is recorded. */
final class TracedObject extends ObjectValue {
  private final ObjectValue plain;
  private final TracedValues.Place place;

  TracedObject(ObjectValue plain, TracedValues.Place place) {
    this.plain = plain;
    this.place = place;
  }

  @Override
  public int size() {
    place.whole();
    return plain.size();
  }

  @Override
  public @Nullable Value get(Value key) {
    return place.lookup(key, plain.get(key));
  }

  @Override
  public Value keyAt(int position) {
    return plain.keyAt(position);
  }

  @Override
  public Value valueAt(int position) {
    return place.member(plain.keyAt(position), plain.valueAt(position));
  }

  @Override
  public int hashCode() {
    place.whole();
    return plain.hashCode();
  }
}

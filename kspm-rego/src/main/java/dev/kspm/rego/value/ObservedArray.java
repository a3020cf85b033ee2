package dev.kspm.rego.value;

import org.jspecify.annotations.Nullable;

/** An array on the way to a hole. */
final class ObservedArray extends ArrayValue {
  private final ArrayValue plain;
  private final ObservedValues.Observation observation;

  ObservedArray(ArrayValue plain, ObservedValues.Observation observation) {
    this.plain = plain;
    this.observation = observation;
  }

  @Override
  public int size() {
    observation.iterated();
    return plain.size();
  }

  @Override
  public Value get(int index) {
    return observation.member(NumberValue.of(index), plain.get(index));
  }

  @Override
  public @Nullable Value lookup(Value key) {
    // An element that is missing before this one would have given it another position.
    observation.positioned();
    return observation.lookup(key, plain.lookup(key));
  }

  @Override
  boolean isObserved() {
    return true;
  }

  @Override
  public int hashCode() {
    observation.compared();
    return super.hashCode();
  }
}

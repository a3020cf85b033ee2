package dev.kspm.rego.value;

import org.jspecify.annotations.Nullable;

/** An object on the way to a hole. */
final class ObservedObject extends ObjectValue {
  private final ObjectValue plain;
  private final ObservedValues.Observation observation;

  ObservedObject(ObjectValue plain, ObservedValues.Observation observation) {
    this.plain = plain;
    this.observation = observation;
  }

  @Override
  public int size() {
    observation.iterated();
    return plain.size();
  }

  @Override
  public @Nullable Value get(Value key) {
    return observation.lookup(key, plain.get(key));
  }

  @Override
  public Value keyAt(int position) {
    observation.iterated();
    return plain.keyAt(position);
  }

  @Override
  public Value valueAt(int position) {
    return observation.member(plain.keyAt(position), plain.valueAt(position));
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

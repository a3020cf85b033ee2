package dev.kspm.rego;

import dev.kspm.rego.internal.exec.Observation;
import dev.kspm.rego.internal.exec.Observer;

/** Two observers that are told the same. */
record Observers(Observer first, Observer second) implements Observer {
  @Override
  public void event(Observation observation) {
    first.event(observation);
    second.event(observation);
  }

  @Override
  public void broken() {
    first.broken();
    second.broken();
  }
}

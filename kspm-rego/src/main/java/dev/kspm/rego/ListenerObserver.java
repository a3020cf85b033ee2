package dev.kspm.rego;

import dev.kspm.rego.internal.exec.Observation;
import dev.kspm.rego.internal.exec.Observer;
import java.util.function.UnaryOperator;

/** Hands what the code tells to a host's listener. */
record ListenerObserver(EvaluationListener listener, UnaryOperator<String> written)
    implements Observer {
  @Override
  public void event(Observation observation) {
    listener.event(new EvaluationEvent(observation, written, listener.wantsVariables()));
  }
}

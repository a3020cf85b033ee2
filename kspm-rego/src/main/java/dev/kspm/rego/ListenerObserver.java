package dev.kspm.rego;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.exec.Observer;

/** Hands what the code tells to a host's listener. */
record ListenerObserver(EvaluationListener listener) implements Observer {
  @Override
  public void bodyBegins() {
    listener.bodyBegins();
  }

  @Override
  public void expression(Span span) {
    listener.expression(span);
  }

  @Override
  public void yields(Span head) {
    listener.ruleValue(head);
  }

  @Override
  public void bodyEnds() {
    listener.bodyEnds();
  }
}

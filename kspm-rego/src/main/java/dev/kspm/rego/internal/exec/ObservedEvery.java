package dev.kspm.rego.internal.exec;

import dev.kspm.rego.diagnostic.Span;

/** Tells the observer of the domain of an {@code every}, which is a body of its own, as in OPA. */
final class ObservedEvery extends Code {
  private final Span domain;
  private final EveryNode every;

  ObservedEvery(Span domain, EveryNode every) {
    this.domain = domain;
    this.every = every;
  }

  @Override
  public boolean run(Frame frame) {
    Observer observer = frame.run.observer();
    observer.bodyBegins();
    observer.expression(domain);
    boolean holds = every.holds(frame);
    observer.bodyEnds();
    return holds && every.proceed(frame);
  }
}

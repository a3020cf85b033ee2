package dev.kspm.rego;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.exec.Observer;
import dev.kspm.rego.policy.EvalError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Keeps the bodies that are open, numbered as OPA numbers queries: in the order in which they
 * begin.
 */
final class StackListener implements Observer {
  private final Deque<EvalError.Place> open = new ArrayDeque<>();
  private int next;

  @Override
  public void bodyBegins() {
    open.push(new EvalError.Place(next++, Span.NONE));
  }

  @Override
  public void expression(Span span) {
    open.push(new EvalError.Place(open.pop().query(), span));
  }

  @Override
  public void bodyEnds() {
    open.pop();
  }

  /** The open bodies, the innermost first. */
  List<EvalError.Place> places() {
    return new ArrayList<>(open);
  }
}

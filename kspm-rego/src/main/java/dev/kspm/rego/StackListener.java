package dev.kspm.rego;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.exec.Observation;
import dev.kspm.rego.internal.exec.Observer;
import dev.kspm.rego.policy.EvalError;
import java.util.ArrayList;
import java.util.List;

/** Keeps the bodies that were begun, numbered as OPA numbers queries. */
final class StackListener implements Observer {
  private final List<EvalError.Place> bodies = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();
  private int last;
  private boolean broken;

  @Override
  public void broken() {
    broken = true;
  }

  @Override
  public void event(Observation observation) {
    if (broken) {
      return;
    }
    last = observation.query();
    while (bodies.size() <= last) {
      bodies.add(new EvalError.Place(bodies.size(), Span.NONE));
      parents.add(observation.parent());
    }
    if (observation.subject().node() instanceof Expr) {
      bodies.set(last, new EvalError.Place(last, observation.span()));
    }
  }

  /** The bodies that led to where the evaluation is, the innermost first. */
  List<EvalError.Place> places() {
    List<EvalError.Place> places = new ArrayList<>();
    for (int query = last; query < bodies.size(); query = parents.get(query)) {
      places.add(bodies.get(query));
      if (query == 0) {
        break;
      }
    }
    return places;
  }
}

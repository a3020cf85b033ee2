package dev.kspm.rego.testing;

import dev.kspm.rego.EvaluationEvent;
import dev.kspm.rego.EvaluationListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what happened in an evaluation, as OPA's {@code --explain} does. Not thread-safe: belongs
 * to one session.
 */
public final class Trace implements EvaluationListener {
  private final List<EvaluationEvent> events = new ArrayList<>();
  private final boolean variables;

  private Trace(boolean variables) {
    this.variables = variables;
  }

  /** A trace without the values of variables. */
  public static Trace plain() {
    return new Trace(false);
  }

  /** A trace that also tells the values of variables. */
  public static Trace withVariables() {
    return new Trace(true);
  }

  @Override
  public void event(EvaluationEvent event) {
    events.add(event);
  }

  @Override
  public boolean wantsVariables() {
    return variables;
  }

  /** Everything, in order. */
  public List<EvaluationEvent> events() {
    return List.copyOf(events);
  }

  /** What an explanation shows. */
  public List<EvaluationEvent> explain(Explanation explanation) {
    return switch (explanation) {
      case OFF -> List.of();
      case NOTES -> only(event -> event.kind() == EvaluationEvent.Kind.NOTE);
      case FAILS -> only(event -> event.kind() == EvaluationEvent.Kind.FAIL);
      default -> events();
    };
  }

  /** The wanted events, each after the beginnings of the bodies that led to it. */
  private List<EvaluationEvent> only(Predicate<EvaluationEvent> wanted) {
    List<EvaluationEvent> kept = new ArrayList<>();
    Map<Integer, EvaluationEvent> begun = new HashMap<>();
    for (EvaluationEvent event : events) {
      if (wanted.test(event)) {
        int at = kept.size();
        EvaluationEvent before = null;
        @Nullable EvaluationEvent body = begun.get(event.query());
        while (body != null && body != before) {
          kept.add(at, body);
          before = body;
          body = begun.get(body.parent());
        }
        kept.add(event);
        begun.clear();
      }
      boolean begins =
          event.kind() == EvaluationEvent.Kind.ENTER || event.kind() == EvaluationEvent.Kind.REDO;
      if (begins && !event.isOfExpression()) {
        begun.put(event.query(), event);
      }
    }
    return kept;
  }
}

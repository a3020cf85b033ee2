package dev.kspm.rego.internal.exec;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.value.Value;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One step of an evaluation, as OPA's tracers see it.
 *
 * @param kind what happened
 * @param subject the body, rule or expression that it happened to
 * @param span where that is; for what nobody has written the place that was told before
 * @param name of what was looked up in an index; else empty
 * @param query the number of the activation of the body
 * @param parent the number of the activation that it was begun in
 * @param message a note, or how an index or exit went; empty for most
 * @param names the variables that are bound
 * @param frame holds their values
 * @param value the case of a test
 */
public record Observation(
    Kind kind,
    Op.Subject subject,
    Span span,
    String name,
    int query,
    int parent,
    String message,
    Op.Names names,
    @Nullable Frame frame,
    @Nullable Value value) {

  /** What can happen. */
  public enum Kind {
    ENTER,
    EXIT,
    EVAL,
    REDO,
    FAIL,
    DUPLICATE,
    NOTE,
    INDEX,
    TEST_CASE
  }

  /** Gives the variables that are bound now. */
  public void variables(BiConsumer<String, Value> taker) {
    if (frame != null) {
      for (int i = 0; i < names.names().size(); i++) {
        Value value = frame.slots[names.slots().get(i)];
        if (value != null) {
          taker.accept(names.names().get(i), value);
        }
      }
    }
  }
}

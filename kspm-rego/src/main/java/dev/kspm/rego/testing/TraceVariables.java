package dev.kspm.rego.testing;

import dev.kspm.rego.EvaluationEvent;

/** The values of the variables of an event, as OPA prints them beside it. */
final class TraceVariables {
  private TraceVariables() {}

  static String text(EvaluationEvent event) {
    StringBuilder text = new StringBuilder("{");
    event
        .variables()
        .forEach(
            (name, value) -> {
              text.append(text.length() > 1 ? ", " : "");
              text.append(event.written(name)).append(": ").append(value);
            });
    return text.append('}').toString();
  }
}

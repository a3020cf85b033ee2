package dev.kspm.rego.testing;

import dev.kspm.rego.EvaluationEvent;
import java.util.List;

/** The expression that made a test fail, with the values of its variables below it. */
final class FailingExpression {
  private FailingExpression() {}

  static String text(List<EvaluationEvent> events) {
    return "";
  }
}

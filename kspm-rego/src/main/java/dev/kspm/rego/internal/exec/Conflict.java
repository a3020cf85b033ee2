package dev.kspm.rego.internal.exec;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.internal.plan.RuleSet;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All the values that a complete rule or function should not have had together; found by running it
 * once more. A definition that differs from the first value is not run on.
 */
final class Conflict extends Sink {
  private final RuleSet rules;
  private final Map<Value, Span> values = new LinkedHashMap<>();

  Conflict(RuleSet rules) {
    this.rules = rules;
  }

  @Override
  boolean accept(Value[] keys, Value value, Op.Yield site) {
    boolean same = values.isEmpty() || values.keySet().iterator().next().equals(value);
    values.putIfAbsent(value, site.span());
    return !same;
  }

  /** The error, at the place where the second value was found. */
  EvalError error(Span at) {
    boolean function = rules.kind() == RuleSet.Kind.FUNCTION;
    StringBuilder text = new StringBuilder(function ? "function " : "rule ");
    text.append(rules.name()).append(" produced conflicting values");
    text.append(function ? " for the same inputs:" : ":");
    values.forEach(
        (value, span) ->
            text.append("\n  ")
                .append(value)
                .append(" at ")
                .append(span.file())
                .append(':')
                .append(span.row()));
    return new EvalError(EvalError.CONFLICT, text.toString(), at, null);
  }
}

package dev.kspm.rego.internal.exec;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.internal.plan.RuleSet;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** The value of a complete rule or function: every result must be the same. */
final class OneValue extends Sink {
  private final RuleSet rules;
  @Nullable Value value;
  private Span first = Span.NONE;

  OneValue(RuleSet rules) {
    this.rules = rules;
  }

  @Override
  boolean accept(Value[] keys, Value found, Op.Yield site) {
    Value known = value;
    if (known == null) {
      value = found;
      first = site.span();
    } else if (!known.equals(found)) {
      throw conflict(known, found, site.span());
    }
    return site.constant();
  }

  private EvalError conflict(Value known, Value found, Span second) {
    boolean function = rules.kind() == RuleSet.Kind.FUNCTION;
    String text =
        (function ? "function " : "rule ")
            + rules.name()
            + " produced conflicting values"
            + (function ? " for the same inputs" : "")
            + ":\n  "
            + place(known, first)
            + "\n  "
            + place(found, second);
    return new EvalError(EvalError.CONFLICT, text, second, null);
  }

  private static String place(Value value, Span span) {
    return value + " at " + span.file() + ":" + span.row();
  }
}

package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** Runs what follows while the rule or function that gives the value is still open. */
final class ObservedFollow extends Code {
  private final int slot;
  private final ObservedRules rules;
  private final ValueNode @Nullable [] args;
  private final boolean mustHold;
  private final @Nullable FunctionCallNode replaced;
  private final Code next;

  /**
   * A following.
   *
   * @param args of a function, {@code null} for a rule
   * @param call the call as a whole, for functions that may be replaced
   */
  ObservedFollow(
      int slot,
      ObservedRules rules,
      ValueNode @Nullable [] args,
      boolean mustHold,
      @Nullable FunctionCallNode call,
      Code next) {
    this.slot = slot;
    this.rules = rules;
    this.args = args;
    this.mustHold = mustHold;
    this.replaced = call;
    this.next = next;
  }

  @Override
  public boolean run(Frame frame) {
    ObservedRules.Next then =
        value -> {
          frame.slots[slot] = value;
          return next.run(frame);
        };
    if (args == null) {
      return rules.follow(frame.run, then);
    }
    if (replaced != null && rules.isReplaced(frame.run)) {
      Value value = replaced.eval(frame);
      return value != null && !(mustHold && value == BooleanValue.FALSE) && then.run(value);
    }
    Value[] values = ValueNode.evalAll(args, frame);
    return values != null && rules.follow(frame.run, values, mustHold, then);
  }
}

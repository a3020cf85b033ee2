package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** The whole value of a rule. */
final class RuleValueNode extends ValueNode {
  private final RuleRuntime rules;

  RuleValueNode(RuleRuntime rules) {
    this.rules = rules;
  }

  @Override
  @Nullable Value eval(Frame frame) {
    return rules.value(frame.run);
  }
}

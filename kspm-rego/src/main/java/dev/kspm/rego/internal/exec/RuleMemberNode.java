package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** The part of a rule's value that known keys lead to. */
final class RuleMemberNode extends ValueNode {
  private final RuleRuntime rules;
  private final ValueNode[] keys;

  RuleMemberNode(RuleRuntime rules, ValueNode[] keys) {
    this.rules = rules;
    this.keys = keys;
  }

  @Override
  @Nullable Value eval(Frame frame) {
    Value[] path = evalAll(keys, frame);
    return path == null ? null : rules.member(frame.run, path);
  }
}

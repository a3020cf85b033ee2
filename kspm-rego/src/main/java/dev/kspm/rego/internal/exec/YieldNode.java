package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.value.Value;

/** Gives a result to the one who runs the procedure. */
final class YieldNode extends Code {
  private final ValueNode[] keys;
  private final ValueNode value;
  private final Op.Yield site;

  YieldNode(ValueNode[] keys, ValueNode value, Op.Yield site) {
    this.keys = keys;
    this.value = value;
    this.site = site;
  }

  @Override
  public boolean run(Frame frame) {
    Value[] path = ValueNode.evalAll(keys, frame);
    Value result = path == null ? null : value.eval(frame);
    return path != null && result != null && frame.sink.accept(path, result, site);
  }
}

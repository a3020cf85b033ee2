package dev.kspm.rego.internal.exec;

import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.value.Value;

/** Runs the rest once for each result of a relation. */
final class RelationNode extends Code {
  private final Op.ScanRelation scan;
  private final ValueNode[] args;
  private final Code next;

  RelationNode(Op.ScanRelation scan, ValueNode[] args, Code next) {
    this.scan = scan;
    this.args = args;
    this.next = next;
  }

  @Override
  public boolean run(Frame frame) {
    Value[] values = ValueNode.evalAll(args, frame);
    if (values == null) {
      return false;
    }
    boolean[] enough = {false};
    try {
      scan.builtin()
          .relation()
          .call(
              frame.run,
              values,
              result -> {
                frame.run.step();
                frame.slots[scan.resultSlot()] = result;
                enough[0] = next.run(frame);
                return !enough[0];
              });
    } catch (BuiltinException refusal) {
      frame.run.refuse(scan.builtin(), refusal, scan.span());
    }
    return enough[0];
  }
}

package dev.kspm.rego.internal.exec;

import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.builtin.BuiltinRelation;
import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.value.Value;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Runs the rest once for each result of a relation. */
final class RelationNode extends Code {
  private final Op.ScanRelation scan;
  private final ValueNode[] args;
  private final @Nullable ValueNode first;
  private final Code next;

  RelationNode(Op.ScanRelation scan, ValueNode[] args, @Nullable ValueNode first, Code next) {
    this.scan = scan;
    this.args = args;
    this.first = first;
    this.next = next;
  }

  @Override
  public boolean run(Frame frame) {
    Value[] values = ValueNode.evalAll(args, frame);
    if (values == null) {
      return false;
    }
    Value known = first == null ? null : first.eval(frame);
    if (first != null && known == null) {
      return false;
    }
    boolean[] enough = {false};
    Predicate<Value> results =
        result -> {
          frame.run.step();
          frame.slots[scan.resultSlot()] = result;
          enough[0] = next.run(frame);
          return !enough[0];
        };
    BuiltinRelation relation = scan.builtin().relation();
    try {
      if (known == null) {
        relation.call(frame.run, values, results);
      } else {
        relation.callWithFirst(frame.run, values, known, results);
      }
    } catch (BuiltinException refusal) {
      frame.run.refuse(scan.builtin(), refusal, scan.span());
    }
    return enough[0];
  }
}

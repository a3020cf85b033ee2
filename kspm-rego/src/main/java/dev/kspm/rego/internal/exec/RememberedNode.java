package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.ReadLog;
import dev.kspm.rego.value.Value;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** A value that depends on nothing but the world: computed once in each. */
final class RememberedNode extends ValueNode {
  private final ValueNode node;

  RememberedNode(ValueNode node) {
    this.node = node;
  }

  @Override
  @Nullable Value eval(Frame frame) {
    World world = frame.run.world;
    Memo known = (Memo) world.memo.get(this);
    ReadLog log = frame.run.log();
    if (known == null) {
      known = compute(frame, log);
      world.memo.put(this, known);
    } else if (log != null && known.holes() != null) {
      log.touchAll(known.holes());
    }
    return known.value();
  }

  private Memo compute(Frame frame, @Nullable ReadLog log) {
    if (log == null) {
      return new Memo(node.eval(frame), null);
    }
    BitSet outer = log.enter();
    BitSet holes = null;
    try {
      Value value = node.eval(frame);
      holes = log.leave(outer);
      return new Memo(value, holes);
    } finally {
      if (holes == null) {
        log.leave(outer);
      }
    }
  }
}

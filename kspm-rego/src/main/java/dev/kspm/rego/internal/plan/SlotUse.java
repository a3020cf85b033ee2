package dev.kspm.rego.internal.plan;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which variables a part of a plan reads and binds, and which functions and builtins it calls
 * itself. Not thread-safe.
 */
public final class SlotUse {
  private final BitSet reads = new BitSet();
  private final BitSet binds = new BitSet();
  private final Set<RuleSet> functions = new HashSet<>();
  private final Set<String> builtins = new HashSet<>();
  private boolean rules;

  private SlotUse() {}

  public static SlotUse of(Block block) {
    SlotUse use = new SlotUse();
    use.block(block);
    return use;
  }

  public static SlotUse of(Expression expression) {
    SlotUse use = new SlotUse();
    use.expression(expression);
    return use;
  }

  /** The variables that are read but bound elsewhere. */
  public BitSet captured() {
    BitSet captured = (BitSet) reads.clone();
    captured.andNot(binds);
    return captured;
  }

  /** The functions of the policy that are called, not those that they call. */
  public Set<RuleSet> functions() {
    return Set.copyOf(functions);
  }

  /** The names of the builtins that are called. */
  public Set<String> builtins() {
    return Set.copyOf(builtins);
  }

  /** Whether a value is asked for to which rules may contribute. */
  public boolean readsRules() {
    return rules;
  }

  private void block(Block block) {
    block.ops().forEach(this::op);
  }

  private void bind(int slot) {
    if (slot >= 0) {
      binds.set(slot);
    }
  }

  private void op(Op op) {
    if (op instanceof Op.Test test) {
      expression(test.value());
    } else if (op instanceof Op.Bind bind) {
      expression(bind.value());
      bind(bind.slot());
    } else if (op instanceof Op.Equal equal) {
      expression(equal.left());
      expression(equal.right());
    } else if (op instanceof Op.IsArray shape) {
      reads.set(shape.slot());
    } else if (op instanceof Op.IsObject shape) {
      reads.set(shape.slot());
    } else if (op instanceof Op.Scan scan) {
      expression(scan.collection());
      bind(scan.keySlot());
      bind(scan.valueSlot());
    } else if (op instanceof Op.WalkDocument walk) {
      rules = true;
      for (Op.WalkDocument.Step step : walk.steps()) {
        if (step.key() != null) {
          expression(step.key());
        }
        bind(step.slot());
      }
      bind(walk.resultSlot());
    } else if (op instanceof Op.ScanRelation scan) {
      builtins.add(scan.builtin().descriptor().name());
      expressions(scan.args());
      if (scan.first() != null) {
        expression(scan.first());
      }
      bind(scan.resultSlot());
    } else {
      nested(op);
    }
  }

  private void nested(Op op) {
    if (op instanceof Op.Not not) {
      block(not.block());
    } else if (op instanceof Op.Every every) {
      expression(every.domain());
      bind(every.keySlot());
      bind(every.valueSlot());
      block(every.block());
    } else if (op instanceof Op.Logical logical) {
      block(logical.left());
      block(logical.right());
    } else if (op instanceof Op.With with) {
      with.overlays().forEach(this::overlay);
      block(with.block());
    } else if (op instanceof Op.Add add) {
      expression(add.element());
    } else if (op instanceof Op.Put put) {
      expression(put.key());
      expression(put.value());
    } else if (op instanceof Op.Yield yield) {
      expressions(yield.keys());
      expression(yield.value());
    }
  }

  private void overlay(Op.Overlay overlay) {
    if (overlay.value() != null) {
      expression(overlay.value());
    }
    Op.Callee callee = overlay.replacement();
    if (callee != null && callee.function() != null) {
      functions.add(callee.function());
    } else if (callee != null && callee.builtin() != null) {
      builtins.add(callee.builtin().descriptor().name());
    }
  }

  private void expressions(List<Expression> all) {
    all.forEach(this::expression);
  }

  private void expression(Expression expression) {
    if (expression instanceof Expression.Local local) {
      reads.set(local.slot());
    } else if (expression instanceof Expression.Member member) {
      expression(member.container());
      expression(member.key());
    } else if (expression instanceof Expression.Document document) {
      rules = true;
      expressions(document.keys());
    } else if (expression instanceof Expression.RuleValue rule) {
      rules = true;
      expressions(rule.keys());
    } else if (expression instanceof Expression.FunctionCall call) {
      functions.add(call.function());
      expressions(call.args());
    } else if (expression instanceof Expression.BuiltinCall call) {
      builtins.add(call.builtin().descriptor().name());
      expressions(call.args());
    } else if (expression instanceof Expression.MakeArray array) {
      expressions(array.elements());
    } else if (expression instanceof Expression.MakeSet set) {
      expressions(set.elements());
    } else if (expression instanceof Expression.MakeObject object) {
      expressions(object.keys());
      expressions(object.values());
    } else if (expression instanceof Expression.Comprehension comprehension) {
      block(comprehension.block());
    } else if (expression instanceof Expression.Holds holds) {
      block(holds.block());
    }
  }
}

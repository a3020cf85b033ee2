package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.DocumentNode;
import dev.kspm.rego.internal.plan.RuleSet;
import dev.kspm.rego.internal.plan.StoredData;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows a reference through packages, rules and data where some of its parts are free variables.
 */
final class WalkDocumentNode extends Code {
  private final Executable executable;
  private final DocumentNode start;
  private final ValueNode[] keys;
  private final int[] slots;
  private final int resultSlot;
  private final Code next;

  WalkDocumentNode(
      Executable executable,
      DocumentNode start,
      ValueNode[] keys,
      int[] slots,
      int resultSlot,
      Code next) {
    this.executable = executable;
    this.start = start;
    this.keys = keys;
    this.slots = slots;
    this.resultSlot = resultSlot;
    this.next = next;
  }

  @Override
  public boolean run(Frame frame) {
    return document(frame, start, StoredData.at(frame.run.world.data, start.path()), 0);
  }

  private boolean isFree(int i) {
    return slots[i] >= 0;
  }

  private boolean document(Frame frame, DocumentNode node, @Nullable Value base, int i) {
    World world = frame.run.world;
    if (!world.replaced.isEmpty() && world.hides(node.path())) {
      return base != null && value(frame, base, i, true);
    }
    if (node.rules() != null) {
      return rules(frame, node.rules(), i);
    }
    if (i == keys.length) {
      Value whole = executable.documents().at(frame.run, node);
      return whole != null && finish(frame, whole);
    }
    if (!isFree(i)) {
      Value key = keys[i].eval(frame);
      return key != null && child(frame, node, base, key, i);
    }
    for (Value key : executable.documents().keys(frame.run, node, base)) {
      frame.run.step();
      frame.slots[slots[i]] = key;
      if (child(frame, node, base, key, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean child(Frame frame, DocumentNode node, @Nullable Value base, Value key, int i) {
    DocumentNode child = node.child(key);
    Value below = base == null ? null : StoredData.member(base, key);
    if (child != null) {
      return document(frame, child, below, i + 1);
    }
    return below != null && value(frame, below, i + 1, true);
  }

  private boolean rules(Frame frame, RuleSet rules, int i) {
    RuleRuntime runtime = executable.runtime(rules);
    int depth =
        rules.kind() == RuleSet.Kind.COMPLETE
            ? 0
            : rules.kind() == RuleSet.Kind.SET ? 1 : rules.depth();
    List<Value> known = new ArrayList<>();
    while (known.size() < depth && i + known.size() < keys.length && !isFree(i + known.size())) {
      Value key = keys[i + known.size()].eval(frame);
      if (key == null) {
        return false;
      }
      known.add(key);
    }
    if (runtime instanceof ObservedRules observed && rules.kind() == RuleSet.Kind.COMPLETE) {
      return observed.follow(frame.run, whole -> value(frame, whole, i, false));
    }
    Value at =
        known.isEmpty()
            ? runtime.value(frame.run)
            : runtime.member(frame.run, known.toArray(new Value[0]));
    return at != null && value(frame, at, i + known.size(), false);
  }

  private boolean value(Frame frame, Value at, int i, boolean stored) {
    if (i == keys.length) {
      return finish(frame, at);
    }
    if (!isFree(i)) {
      Value key = keys[i].eval(frame);
      Value member = key == null ? null : stored ? StoredData.member(at, key) : at.lookup(key);
      return member != null && value(frame, member, i + 1, stored);
    }
    if (at instanceof ArrayValue array) {
      for (int n = 0; n < array.size(); n++) {
        if (round(frame, NumberValue.of(n), array.get(n), i, stored)) {
          return true;
        }
      }
    } else if (at instanceof ObjectValue object) {
      for (int n = 0; n < object.size(); n++) {
        if (round(frame, object.keyAt(n), object.valueAt(n), i, stored)) {
          return true;
        }
      }
    } else if (at instanceof SetValue set) {
      for (Value element : set) {
        if (round(frame, element, element, i, stored)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean round(Frame frame, Value key, Value member, int i, boolean stored) {
    frame.run.step();
    frame.slots[slots[i]] = key;
    return value(frame, member, i + 1, stored);
  }

  private boolean finish(Frame frame, Value result) {
    frame.slots[resultSlot] = result;
    return next.run(frame);
  }
}

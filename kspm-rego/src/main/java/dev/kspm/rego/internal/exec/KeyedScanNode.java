package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A loop over the members with a known key. When it runs for the second time over the same large
 * collection it enters all members in a hash table, and from then on visits only those that match.
 *
 * <p>The nodes that follow are those of a plain loop and compare again; so the table only has to be
 * complete.
 */
final class KeyedScanNode extends Code {
  private static final int SMALLEST = 8;

  private final ValueNode collection;
  private final ValueNode wanted;
  private final Members members;
  private final ScanNode plain;

  /** What is done for each member to find its key: slots to fill and the values for them. */
  record Members(int keySlot, int valueSlot, List<Binding> before, ValueNode key) {
    Members {
      before = List.copyOf(before);
    }
  }

  /** A variable between the loop and the comparison. */
  record Binding(int slot, ValueNode value) {}

  KeyedScanNode(ValueNode collection, ValueNode wanted, Members members, Code next) {
    this.collection = collection;
    this.wanted = wanted;
    this.members = members;
    this.plain = new ScanNode(collection, members.keySlot, members.valueSlot, next);
  }

  @Override
  public boolean run(Frame frame) {
    Value value = collection.eval(frame);
    int size = size(value);
    if (value == null || size < SMALLEST || frame.run.log() != null) {
      return value != null && plain.scan(value, frame);
    }
    Table table = (Table) frame.run.world.memo.get(this);
    if (table == null || table.collection != value) {
      frame.run.world.memo.put(this, new Table(value));
      return plain.scan(value, frame);
    }
    Map<Value, int[]> positions = table.positions;
    if (positions == null) {
      positions = enter(frame, value, size);
      table.positions = positions;
    }
    Value key = wanted.eval(frame);
    int[] found = key == null ? null : positions.get(key);
    return found != null && visit(frame, value, found);
  }

  private static int size(@Nullable Value value) {
    if (value instanceof ArrayValue array) {
      return array.size();
    } else if (value instanceof ObjectValue object) {
      return object.size();
    }
    return value instanceof SetValue set ? set.size() : 0;
  }

  /** The first element is the number of positions that follow. */
  private Map<Value, int[]> enter(Frame frame, Value value, int size) {
    Map<Value, int[]> positions = new HashMap<>(size);
    frame.run.build(size);
    for (int i = 0; i < size; i++) {
      frame.run.step();
      plain.bind(frame, value, i);
      Value key = key(frame);
      if (key != null) {
        int[] list = positions.get(key);
        if (list == null) {
          list = new int[] {0, 0};
        }
        if (list[0] + 1 == list.length) {
          list = Arrays.copyOf(list, list.length * 2);
        }
        list[++list[0]] = i;
        positions.put(key, list);
      }
    }
    return positions;
  }

  private @Nullable Value key(Frame frame) {
    for (Binding binding : members.before) {
      Value bound = binding.value.eval(frame);
      if (bound == null) {
        return null;
      }
      frame.slots[binding.slot] = bound;
    }
    return members.key.eval(frame);
  }

  private boolean visit(Frame frame, Value value, int[] found) {
    for (int i = 1; i <= found[0]; i++) {
      frame.run.step();
      if (plain.round(frame, value, found[i])) {
        return true;
      }
    }
    return false;
  }

  /** The collection of the last time, and the members of it by key when that came twice. */
  private static final class Table {
    final Value collection;
    @Nullable Map<Value, int[]> positions;

    Table(Value collection) {
      this.collection = collection;
    }
  }
}

package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.Op;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a block in a changed world, and what follows it in the world before. */
final class WithNode extends Code {
  private final Change[] changes;
  private final Code inner;

  WithNode(Change[] changes, Code inner) {
    this.changes = changes;
    this.inner = inner;
  }

  /** One modifier. */
  record Change(
      Op.Overlay overlay,
      List<ValueNode> path,
      @Nullable ValueNode value,
      @Nullable Replacement replacement) {

    /** The keys of the place that is replaced, or {@code null} when one is undefined. */
    @Nullable List<Value> keys(Frame frame) {
      Value[] keys = ValueNode.evalAll(path.toArray(ValueNode.NONE), frame);
      return keys == null ? null : List.of(keys);
    }
  }

  @Override
  public boolean run(Frame frame) {
    World outer = frame.run.world;
    World changed = change(frame, outer);
    if (changed == null) {
      return false;
    }
    frame.run.world = changed;
    try {
      return inner.run(frame);
    } finally {
      frame.run.world = outer;
    }
  }

  private @Nullable World change(Frame frame, World outer) {
    Value input = outer.input;
    Value data = outer.data;
    boolean changesInput = false;
    List<List<Value>> changedData = new ArrayList<>();
    Map<String, Replacement> changedFunctions = new HashMap<>();
    for (Change change : changes) {
      Value value = change.value == null ? null : change.value.eval(frame);
      if (value == null && change.replacement == null) {
        return null;
      }
      List<Value> path = change.keys(frame);
      if (path == null) {
        return null;
      }
      Op.Overlay overlay = change.overlay;
      switch (overlay.target()) {
        case INPUT -> {
          input = set(input, path, 0, value);
          changesInput = true;
        }
        case DATA -> {
          data = set(data, path, 0, value);
          changedData.add(path);
        }
        default ->
            changedFunctions.put(
                overlay.name(),
                change.replacement != null
                    ? change.replacement
                    : new Replacement(value, null, null));
      }
    }
    List<List<Value>> replaced = new ArrayList<>(outer.replaced);
    replaced.addAll(changedData);
    Map<String, Replacement> replacements = new HashMap<>(outer.replacements);
    replacements.putAll(changedFunctions);
    ObjectValue newData = data instanceof ObjectValue object ? object : ObjectValue.EMPTY;
    return new World(
        outer, input, newData, replaced, replacements, changesInput, changedData, changedFunctions);
  }

  /** A copy of a document with one path set; what is not an object on the way gives way. */
  private static Value set(
      @Nullable Value document, List<Value> path, int i, @Nullable Value value) {
    if (i == path.size()) {
      return java.util.Objects.requireNonNull(value);
    }
    if (!(document instanceof ObjectValue object)) {
      return ObjectValue.of(path.get(i), set(null, path, i + 1, value));
    }
    return object.with(path.get(i), set(object.get(path.get(i)), path, i + 1, value));
  }

  /** Leaves the changed world for what follows, and comes back for the next success. */
  static final class Exit extends Code {
    private final Code next;

    Exit(Code next) {
      this.next = next;
    }

    @Override
    public boolean run(Frame frame) {
      World changed = frame.run.world;
      frame.run.world = java.util.Objects.requireNonNull(changed.parent);
      try {
        return next.run(frame);
      } finally {
        frame.run.world = changed;
      }
    }
  }
}

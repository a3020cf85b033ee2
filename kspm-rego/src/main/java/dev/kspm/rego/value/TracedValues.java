package dev.kspm.rego.value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records which paths of a document are read; for explaining a result, not for speed. Belongs to
 * one thread.
 */
public final class TracedValues {
  private final Set<List<Value>> paths = new LinkedHashSet<>();

  /** The document, whose reading is recorded here. */
  public Value trace(Value root) {
    return wrap(root, List.of());
  }

  /**
   * The paths that were read, in the order of first reading: those of scalars that were looked up,
   * of keys that were looked up in vain, and of containers that were iterated, counted or compared.
   */
  public List<List<Value>> paths() {
    return new ArrayList<>(paths);
  }

  private Value wrap(Value value, List<Value> path) {
    if (value instanceof ObjectValue object) {
      return new TracedObject(object, new Place(this, path));
    } else if (value instanceof ArrayValue array) {
      return new TracedArray(array, new Place(this, path));
    }
    return value;
  }

  /** Where a traced container stands. */
  record Place(TracedValues trace, List<Value> path) {

    @Nullable Value lookup(Value key, @Nullable Value member) {
      List<Value> below = new ArrayList<>(path);
      below.add(key);
      if (member == null || !(member instanceof ObjectValue) && !(member instanceof ArrayValue)) {
        trace.paths.add(List.copyOf(below));
      }
      return member == null ? null : trace.wrap(member, List.copyOf(below));
    }

    Value member(Value key, Value member) {
      return java.util.Objects.requireNonNull(lookup(key, member));
    }

    void whole() {
      trace.paths.add(path);
    }
  }
}

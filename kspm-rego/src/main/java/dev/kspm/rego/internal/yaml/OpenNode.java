package dev.kspm.rego.internal.yaml;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sequence or mapping whose end has not come yet. */
final class OpenNode {
  final @Nullable String anchor;
  private final ArrayValue.@Nullable Builder elements;
  private final ObjectValue.@Nullable Builder members;
  private List<ObjectValue> merges = List.of();
  private @Nullable StringValue key;
  private boolean merging;
  private long nodes = 1;

  private OpenNode(
      @Nullable String anchor,
      ArrayValue.@Nullable Builder elements,
      ObjectValue.@Nullable Builder members) {
    this.anchor = anchor;
    this.elements = elements;
    this.members = members;
  }

  static OpenNode sequence(@Nullable String anchor) {
    return new OpenNode(anchor, ArrayValue.builder(), null);
  }

  static OpenNode mapping(@Nullable String anchor) {
    return new OpenNode(anchor, null, ObjectValue.builder());
  }

  /** Whether what comes next is a key. */
  boolean awaitsKey() {
    return members != null && key == null && !merging;
  }

  /** Sets the key of what comes next; gives whether the mapping has that key already. */
  boolean key(StringValue next) {
    key = next;
    return members != null && members.get(next) != null;
  }

  /** What comes next is merged into the mapping. */
  void mergeNext() {
    merging = true;
  }

  /**
   * Adds an element, or the value of the key that was set.
   *
   * @throws IllegalArgumentException with Go's words if the value was to be merged and cannot be
   */
  void add(Value value, long size) {
    nodes = Math.min(Long.MAX_VALUE / 4, nodes + size);
    if (elements != null) {
      elements.add(value);
    } else if (merging) {
      merging = false;
      merge(value);
    } else if (members != null && key != null) {
      members.put(key, value);
      key = null;
    }
  }

  private void merge(Value value) {
    if (merges.isEmpty()) {
      merges = new ArrayList<>();
    }
    if (value instanceof ObjectValue object) {
      merges.add(object);
    } else if (value instanceof ArrayValue list) {
      for (Value element : list) {
        if (!(element instanceof ObjectValue object)) {
          throw notMergeable();
        }
        merges.add(object);
      }
    } else {
      throw notMergeable();
    }
  }

  private static IllegalArgumentException notMergeable() {
    return new IllegalArgumentException("map merge requires map or sequence of maps as the value");
  }

  /** The number of nodes in this one, aliases unfolded. */
  long nodes() {
    return nodes;
  }

  /** The finished value: own members beat merged ones, the first merged mapping beats the next. */
  Value close() {
    if (elements != null) {
      return elements.build();
    }
    ObjectValue.Builder all = members == null ? ObjectValue.builder() : members;
    for (ObjectValue merged : merges) {
      merged.forEach(all::putIfAbsent);
    }
    return all.build();
  }
}

package dev.kspm.rego.internal.bundle;

import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Documents of several files, merged; objects are merged, anything else that meets is a conflict.
 */
final class DataTree {
  private ObjectValue document = ObjectValue.EMPTY;
  private final Map<String, ObjectValue> files = new LinkedHashMap<>();

  ObjectValue document() {
    return document;
  }

  /** Merges a document, or says why that cannot be and leaves everything as it was. */
  @Nullable String merge(ObjectValue other, String file) {
    @Nullable List<String> conflict = conflict(document, other, List.of());
    if (conflict == null) {
      files.put(file, other);
      document = merged(document, other);
      return null;
    }
    String origin = origin(conflict);
    return "conflicting values at data."
        + String.join(".", conflict)
        + (origin.isEmpty() ? "" : ", also defined in " + origin);
  }

  /** The path where two documents cannot be merged, or {@code null}. */
  static @Nullable List<String> conflict(ObjectValue ours, ObjectValue theirs, List<String> path) {
    for (int i = 0; i < theirs.size(); i++) {
      Value mine = ours.get(theirs.keyAt(i));
      if (mine == null) {
        continue;
      }
      List<String> at = below(path, theirs.keyAt(i));
      if (!(mine instanceof ObjectValue left && theirs.valueAt(i) instanceof ObjectValue right)) {
        return at;
      }
      @Nullable List<String> deeper = conflict(left, right, at);
      if (deeper != null) {
        return deeper;
      }
    }
    return null;
  }

  /** The first file with something at a path. */
  private String origin(List<String> path) {
    for (Map.Entry<String, ObjectValue> file : files.entrySet()) {
      Value at = file.getValue();
      for (String key : path) {
        at = at instanceof ObjectValue object ? object.get(key) : null;
      }
      if (at != null) {
        return file.getKey();
      }
    }
    return "";
  }

  private static List<String> below(List<String> path, Value key) {
    List<String> at = new ArrayList<>(path);
    at.add(key instanceof StringValue text ? text.value() : key.toString());
    return at;
  }

  /** Both documents in one; where they meet in anything but objects, the second wins. */
  static ObjectValue merged(ObjectValue ours, ObjectValue theirs) {
    ObjectValue.Builder all = ObjectValue.builder();
    ours.forEach(all::put);
    theirs.forEach(
        (key, value) -> {
          Value mine = ours.get(key);
          all.put(
              key,
              mine instanceof ObjectValue left && value instanceof ObjectValue right
                  ? merged(left, right)
                  : value);
        });
    return all.build();
  }

  /** A document below keys. */
  static Value at(List<String> keys, Value document) {
    Value at = document;
    for (int i = keys.size() - 1; i >= 0; i--) {
      at = ObjectValue.of(StringValue.of(keys.get(i)), at);
    }
    return at;
  }
}

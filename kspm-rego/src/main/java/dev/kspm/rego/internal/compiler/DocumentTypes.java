package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the types of documents, as a tree of their constant parts, the first of which is
 * {@code data} or {@code input}. A node has a type, or members, or both. Not thread-safe while it
 * is filled.
 */
final class DocumentTypes {
  private @Nullable RegoType type;
  private final TreeMap<Value, DocumentTypes> members = new TreeMap<>();

  /** A copy that may be added to. */
  DocumentTypes copy() {
    DocumentTypes copy = new DocumentTypes();
    copy.type = type;
    members.forEach((key, member) -> copy.members.put(key, member.copy()));
    return copy;
  }

  /** Says what a document is, whatever was known. */
  void put(List<Value> path, RegoType of) {
    DocumentTypes node = this;
    for (Value key : path) {
      node = node.make(key);
    }
    node.type = of;
  }

  /** Says no more than that there is something below a path. */
  void touch(List<Value> path) {
    DocumentTypes node = this;
    for (Value key : path) {
      node = node.make(key);
    }
  }

  private DocumentTypes make(Value key) {
    return members.computeIfAbsent(key, k -> new DocumentTypes());
  }

  /** Adds what one more rule makes of a document. */
  void add(List<Value> path, RegoType added) {
    DocumentTypes node = this;
    for (int i = 0; i < path.size(); i++) {
      node = node.make(path.get(i));
      if (i + 1 < path.size() && Types.whole(node.type) instanceof RegoType.ObjectOf object) {
        node.type = Types.with(object, path.subList(i + 1, path.size()), added);
      }
    }
    node.type = Types.merge(node.type, added);
    if (Types.whole(added) instanceof RegoType.ObjectOf) {
      for (Leaf leaf : node.leaves()) {
        if (Types.whole(node.type) instanceof RegoType.ObjectOf object) {
          node.type = Types.with(object, leaf.path(), leaf.type());
        }
      }
    }
  }

  private record Leaf(List<Value> path, RegoType type) {}

  /** The typed documents below, but none below another. */
  private List<Leaf> leaves() {
    List<Leaf> leaves = new ArrayList<>();
    members.forEach((key, member) -> member.collect(List.of(key), leaves));
    return leaves;
  }

  private void collect(List<Value> path, List<Leaf> leaves) {
    if (type != null) {
      leaves.add(new Leaf(path, type));
      return;
    }
    members.forEach(
        (key, member) -> {
          List<Value> longer = new ArrayList<>(path);
          longer.add(key);
          member.collect(longer, leaves);
        });
  }

  @Nullable DocumentTypes member(@Nullable Value key) {
    return key == null ? null : members.get(key);
  }

  Set<Value> keys() {
    return members.keySet();
  }

  @Nullable RegoType type() {
    return type;
  }

  /** The type of the whole document: its known members, and any others. */
  RegoType extent() {
    if (type != null) {
      return type;
    }
    TreeMap<Value, RegoType> properties = new TreeMap<>();
    members.forEach(
        (key, member) -> {
          if (key instanceof StringValue
              || key instanceof NumberValue
              || key instanceof BooleanValue) {
            properties.put(key, member.extent());
          }
        });
    return Types.object(properties, RegoType.STRING, RegoType.ANY);
  }
}

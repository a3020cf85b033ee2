package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the types of a document, as a tree of its constant parts. A node has a type, or
 * members, or both. Immutable; adding gives a new tree that shares the rest.
 */
record DocumentTypes(@Nullable RegoType type, TreeMap<Value, DocumentTypes> members) {
  static final DocumentTypes UNKNOWN = new DocumentTypes(null, new TreeMap<>());

  /** With one type more at a path: united with what is there. */
  DocumentTypes with(List<Value> path, RegoType added) {
    if (path.isEmpty()) {
      return new DocumentTypes(Types.union(type, added), members);
    }
    TreeMap<Value, DocumentTypes> copy = new TreeMap<>(members);
    DocumentTypes below = copy.getOrDefault(path.get(0), UNKNOWN);
    copy.put(path.get(0), below.with(path.subList(1, path.size()), added));
    return new DocumentTypes(type, copy);
  }

  /** Adds to a tree many times; copies a node's members at most once. */
  static final class Growth {
    private final Set<TreeMap<Value, DocumentTypes>> own =
        Collections.newSetFromMap(new IdentityHashMap<>());
    private DocumentTypes root;

    Growth(DocumentTypes root) {
      this.root = root;
    }

    /** The tree so far; it changes with what is added next. */
    DocumentTypes tree() {
      return root;
    }

    void add(List<Value> path, RegoType added) {
      root = with(root, path, 0, added);
    }

    private DocumentTypes with(DocumentTypes node, List<Value> path, int at, RegoType added) {
      if (at == path.size()) {
        return new DocumentTypes(Types.union(node.type, added), node.members);
      }
      boolean mine = own.contains(node.members);
      TreeMap<Value, DocumentTypes> members = mine ? node.members : new TreeMap<>(node.members);
      DocumentTypes below = members.getOrDefault(path.get(at), UNKNOWN);
      members.put(path.get(at), with(below, path, at + 1, added));
      if (mine) {
        return node;
      }
      own.add(members);
      return new DocumentTypes(node.type, members);
    }
  }

  @Nullable DocumentTypes member(Value key) {
    return members.get(key);
  }

  boolean isLeaf() {
    return type != null;
  }

  /** The type of the whole document: its known members, and any others. */
  RegoType extent() {
    if (type != null && members.isEmpty()) {
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
    RegoType.ObjectOf known = Types.object(properties, RegoType.STRING, RegoType.ANY);
    return type == null ? known : Types.orAny(Types.union(type, known));
  }
}

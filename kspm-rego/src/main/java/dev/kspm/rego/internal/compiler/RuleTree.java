package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The documents that rules define, as a tree below {@code data}: one node for each constant part of
 * packages and heads. A rule stands at the node of the constant parts of its reference. Immutable
 * once its compilation is done.
 */
public final class RuleTree {
  private final @Nullable Value key;
  private final TreeMap<Value, RuleTree> children = new TreeMap<>();
  private final List<CompiledRule> rules = new ArrayList<>();
  private boolean isPackage;

  private RuleTree(@Nullable Value key) {
    this.key = key;
  }

  static RuleTree empty() {
    return new RuleTree(null);
  }

  /** The tree of these rules, with a node for every package. */
  static RuleTree of(Iterable<Ref> packages, Iterable<CompiledRule> rules) {
    RuleTree root = empty();
    Map<Ref, RuleTree> nodes = new IdentityHashMap<>();
    for (Ref path : packages) {
      RuleTree node = root.make(path, 1, path.size());
      node.isPackage = true;
      nodes.put(path, node);
    }
    for (CompiledRule rule : rules) {
      Ref path = rule.module().packageDeclaration().path();
      RuleTree node = nodes.get(path);
      (node == null
              ? root.make(rule.ref(), 1, rule.groundSize())
              : node.make(rule.ref(), path.size(), rule.groundSize()))
          .rules.add(rule);
    }
    return root;
  }

  private RuleTree make(Ref path, int from, int size) {
    RuleTree node = this;
    for (int i = from; i < size; i++) {
      node = node.children.computeIfAbsent(((Scalar) path.operand(i)).value(), RuleTree::new);
    }
    return node;
  }

  /** The key of this node in its parent, {@code null} for the root, which is {@code data}. */
  public @Nullable Value key() {
    return key;
  }

  public SortedMap<Value, RuleTree> children() {
    return Collections.unmodifiableSortedMap(children);
  }

  public @Nullable RuleTree child(Value childKey) {
    return children.get(childKey);
  }

  /**
   * The definitions whose constant parts end here, sorted by file and place, defaults included. All
   * are functions or none is.
   */
  public List<CompiledRule> rules() {
    return Collections.unmodifiableList(rules);
  }

  /** Whether some module's package is this node. */
  public boolean isPackage() {
    return isPackage;
  }

  /** Whether the node is left out when its parent is enumerated: {@code data.system}. */
  public boolean isHidden(boolean parentIsRoot) {
    return parentIsRoot && key != null && StringValue.of("system").equals(key);
  }

  /** The node of a path whose leading part is {@code data}, or {@code null}. */
  public @Nullable RuleTree find(Ref path) {
    return find(path, path.size());
  }

  @Nullable RuleTree find(Ref path, int size) {
    RuleTree node = this;
    for (int i = 1; i < size && node != null; i++) {
      node = path.operand(i) instanceof Scalar s ? node.children.get(s.value()) : null;
    }
    return node;
  }

  /** The rules of this node and of all below it, in the order of their paths. */
  public List<CompiledRule> allRules() {
    List<CompiledRule> all = new ArrayList<>();
    collect(all);
    return all;
  }

  private void collect(List<CompiledRule> all) {
    all.addAll(rules);
    children.values().forEach(child -> child.collect(all));
  }
}

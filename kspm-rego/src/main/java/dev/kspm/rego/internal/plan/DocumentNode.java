package dev.kspm.rego.internal.plan;

import dev.kspm.rego.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A place below {@code data} at or below which there are rules. Complete when handed out; then only
 * read.
 */
public final class DocumentNode {
  private final List<Value> path;
  private final Map<Value, DocumentNode> children = new TreeMap<>();
  private @Nullable RuleSet rules;

  DocumentNode(List<Value> path) {
    this.path = List.copyOf(path);
  }

  /** The keys that lead here from {@code data}. */
  public List<Value> path() {
    return path;
  }

  /** Children in the order of their keys. */
  public Map<Value, DocumentNode> children() {
    return children;
  }

  public @Nullable DocumentNode child(Value key) {
    return children.get(key);
  }

  /** The rules at this place; a place with rules has no children. */
  public @Nullable RuleSet rules() {
    return rules;
  }

  void setRules(RuleSet newRules) {
    rules = newRules;
  }
}

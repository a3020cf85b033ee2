package dev.kspm.rego.internal.plan;

import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All definitions at one place of the tree. Complete when its plan is handed out; then only read.
 */
public final class RuleSet {
  /** What the definitions make together. */
  public enum Kind {
    /** One value. */
    COMPLETE,
    /** A function. */
    FUNCTION,
    /** A set. */
    SET,
    /** An object of any depth whose leaves are values or sets. */
    OBJECT
  }

  private final int id;
  private final String name;
  private final List<Value> path;
  private final Kind kind;
  private final List<Definition> definitions = new ArrayList<>();
  private final List<Definition> defaults = new ArrayList<>();

  RuleSet(int id, String name, List<Value> path, Kind kind) {
    this.id = id;
    this.name = name;
    this.path = List.copyOf(path);
    this.kind = kind;
  }

  void add(Definition definition) {
    (definition.rule().isDefault() ? defaults : definitions).add(definition);
  }

  /** Dense, from 0, unique in a policy. */
  public int id() {
    return id;
  }

  /** Such as {@code data.example.allow}. */
  public String name() {
    return name;
  }

  /** The keys that lead here from {@code data}. */
  public List<Value> path() {
    return path;
  }

  public Kind kind() {
    return kind;
  }

  public List<Definition> definitions() {
    return definitions;
  }

  /** Default definitions; at most one unless the kind is OBJECT. */
  List<Definition> defaults() {
    return defaults;
  }

  /** The number of parameters of a function, else 0. */
  public int arity() {
    Rule rule = (definitions.isEmpty() ? defaults : definitions).get(0).rule();
    return rule.head().args() == null ? 0 : rule.head().args().size();
  }

  /** The longest list of keys below this place. */
  public int depth() {
    int depth = 0;
    for (Definition definition : definitions) {
      depth = Math.max(depth, definition.keys().size() + (definition.element() ? 1 : 0));
    }
    return depth;
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * The default definition of a complete rule or function. The defaults of an object with open keys
   * never come to anything, as in OPA.
   */
  public @Nullable Definition defaultDefinition() {
    return defaults.isEmpty() ? null : defaults.get(0);
  }
}

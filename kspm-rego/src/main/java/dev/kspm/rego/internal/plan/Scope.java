package dev.kspm.rego.internal.plan;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The variables of one procedure: where each lives, and which are bound at this point of the plan.
 */
final class Scope {
  private final Layout layout;
  private final Set<String> bound;

  Scope() {
    this(new Layout(), new LinkedHashSet<>());
  }

  private Scope(Layout layout, Set<String> bound) {
    this.layout = layout;
    this.bound = bound;
  }

  /** A scope for a nested body: sees what is bound here, and keeps to itself what it binds. */
  Scope nested() {
    return new Scope(layout, new LinkedHashSet<>(bound));
  }

  boolean isBound(String name) {
    return bound.contains(name);
  }

  Set<String> bound() {
    return bound;
  }

  /** What is bound here, for observers. */
  Op.Names names() {
    return new Op.Names(List.copyOf(bound), bound.stream().map(this::slot).toList());
  }

  /** The slot of a variable, which need not be bound yet. */
  int slot(String name) {
    return layout.slots.computeIfAbsent(name, unused -> layout.size++);
  }

  int bind(String name) {
    bound.add(name);
    return slot(name);
  }

  /** Lets a variable live in a slot that is filled already. */
  void alias(String name, int slot) {
    layout.slots.put(name, slot);
    bound.add(name);
  }

  int temporary() {
    return layout.size++;
  }

  int accumulator() {
    return layout.accumulators++;
  }

  int slots() {
    return layout.size;
  }

  int accumulators() {
    return layout.accumulators;
  }

  private static final class Layout {
    final Map<String, Integer> slots = new HashMap<>();
    int size;
    int accumulators;
  }
}

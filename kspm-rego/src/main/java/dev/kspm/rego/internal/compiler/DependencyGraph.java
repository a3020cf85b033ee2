package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Ref;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each rule reads. Immutable; rules are told apart by identity.
 *
 * <p>A dependency through a reference that is not constant ({@code data.a[x]}) counts for every
 * rule that the reference may reach.
 */
public final class DependencyGraph {
  /**
   * What a rule (its whole {@code else} chain) uses itself, not through other rules.
   *
   * @param rules the rules it refers to or calls
   * @param documents references to {@code input} and {@code data}, up to the first part that is no
   *     constant
   * @param builtins names of the builtins it calls, or names as a replacement in {@code with}
   * @param replaced targets of its {@code with} modifiers
   */
  public record Uses(
      Set<CompiledRule> rules, List<Ref> documents, Set<String> builtins, List<Ref> replaced) {}

  private final Map<CompiledRule, Uses> uses;

  /** The other way round, made when first asked for; whoever makes it makes the same. */
  private volatile @Nullable Map<CompiledRule, List<CompiledRule>> dependents;

  DependencyGraph(Map<CompiledRule, Uses> uses) {
    this.uses = new IdentityHashMap<>(uses);
  }

  /** What the rule itself uses. */
  public Uses of(CompiledRule rule) {
    return uses.getOrDefault(rule, new Uses(Set.of(), List.of(), Set.of(), List.of()));
  }

  /** Whether any rule reaches itself; far cheaper than to look for the ways. */
  boolean hasCycle() {
    Map<CompiledRule, Integer> steps = new IdentityHashMap<>();
    Map<CompiledRule, List<CompiledRule>> cameFrom = new IdentityHashMap<>();
    Deque<CompiledRule> ends = new ArrayDeque<>();
    uses.forEach(
        (rule, of) -> {
          steps.put(rule, of.rules().size());
          for (CompiledRule used : of.rules()) {
            cameFrom.computeIfAbsent(used, r -> new ArrayList<>()).add(rule);
          }
          if (of.rules().isEmpty()) {
            ends.add(rule);
          }
        });
    int left = uses.size();
    while (!ends.isEmpty()) {
      left--;
      for (CompiledRule before : cameFrom.getOrDefault(ends.remove(), List.of())) {
        if (steps.merge(before, -1, Integer::sum) == 0) {
          ends.add(before);
        }
      }
    }
    return left > 0;
  }

  /** Whether any rule replaces a part of {@code data} by {@code with}. */
  boolean replacesData() {
    return uses.values().stream()
        .anyMatch(u -> u.replaced().stream().anyMatch(Refs::startsWithData));
  }

  /** The rules that use a rule themselves. */
  List<CompiledRule> dependents(CompiledRule rule) {
    Map<CompiledRule, List<CompiledRule>> known = dependents;
    if (known == null) {
      known = new IdentityHashMap<>();
      for (Map.Entry<CompiledRule, Uses> e : uses.entrySet()) {
        for (CompiledRule used : e.getValue().rules()) {
          known.computeIfAbsent(used, r -> new ArrayList<>()).add(e.getKey());
        }
      }
      dependents = known;
    }
    return known.getOrDefault(rule, List.of());
  }

  /** The rule and every rule that it reaches. */
  public Set<CompiledRule> reach(CompiledRule rule) {
    Set<CompiledRule> reached = new LinkedHashSet<>();
    collect(rule, reached);
    return reached;
  }

  private void collect(CompiledRule rule, Set<CompiledRule> reached) {
    Deque<CompiledRule> todo = new ArrayDeque<>();
    todo.add(rule);
    while (!todo.isEmpty()) {
      CompiledRule next = todo.remove();
      if (reached.add(next)) {
        todo.addAll(of(next).rules());
      }
    }
  }
}

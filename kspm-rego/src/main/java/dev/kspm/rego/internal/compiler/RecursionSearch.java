package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shortest way from a rule back to itself, one that surely leads there if there is any.
 * The links of an {@code else} chain are nodes of their own.
 */
final class RecursionSearch {
  /** One link of a rule. */
  record Node(CompiledRule rule, Rule link) {}

  /** A step to another link; {@code unsure} is the reference that may lead there, or not. */
  record Step(Node from, Node to, @Nullable RuleReference unsure) {
    boolean isSure() {
      return unsure == null;
    }
  }

  private final Map<CompiledRule, List<Node>> nodes = new IdentityHashMap<>();
  private final Map<Rule, List<Step>> steps = new IdentityHashMap<>();

  RecursionSearch(RuleUses uses, Collection<CompiledRule> rules) {
    for (CompiledRule rule : rules) {
      List<Node> links = new ArrayList<>();
      for (Rule link = rule.rule(); link != null; link = link.elseRule()) {
        links.add(new Node(rule, link));
      }
      nodes.put(rule, links);
    }
    nodes
        .values()
        .forEach(
            links -> links.forEach(node -> connect(node, RuleReference.of(node.link(), uses))));
  }

  private void connect(Node node, List<RuleReference> references) {
    Map<CompiledRule, Integer> places = new IdentityHashMap<>();
    List<CompiledRule> targets = new ArrayList<>();
    List<@Nullable RuleReference> unsure = new ArrayList<>();
    for (RuleReference reference : references) {
      for (CompiledRule target : reference.reached()) {
        boolean sure = reference.isSure(target);
        Integer place = places.putIfAbsent(target, targets.size());
        if (place == null) {
          targets.add(target);
          unsure.add(sure ? null : reference);
        } else if (sure) {
          unsure.set(place, null);
        }
      }
    }
    List<Step> from = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      for (Node to : nodes.getOrDefault(targets.get(i), List.of())) {
        from.add(new Step(node, to, unsure.get(i)));
      }
    }
    steps.put(node.link(), from);
  }

  /** Whether any link leads back to itself; far cheaper than to look for the ways. */
  boolean hasCycle() {
    Map<Rule, Integer> left = new IdentityHashMap<>();
    Map<Rule, List<Rule>> cameFrom = new IdentityHashMap<>();
    Deque<Rule> ends = new ArrayDeque<>();
    steps.forEach(
        (link, out) -> {
          left.put(link, out.size());
          out.forEach(
              s -> cameFrom.computeIfAbsent(s.to().link(), r -> new ArrayList<>()).add(link));
          if (out.isEmpty()) {
            ends.add(link);
          }
        });
    int others = steps.size();
    while (!ends.isEmpty()) {
      others--;
      for (Rule before : cameFrom.getOrDefault(ends.remove(), List.of())) {
        if (left.merge(before, -1, Integer::sum) == 0) {
          ends.add(before);
        }
      }
    }
    return others > 0;
  }

  /** The ways from each link of a rule back to that link. */
  List<List<Step>> waysBack(CompiledRule rule) {
    List<List<Step>> ways = new ArrayList<>();
    for (Node start : nodes.getOrDefault(rule, List.of())) {
      List<Step> way = wayBack(start, Step::isSure);
      way = way.isEmpty() ? wayBack(start, step -> true) : way;
      if (!way.isEmpty()) {
        ways.add(way);
      }
    }
    return ways;
  }

  private List<Step> wayBack(Node start, Predicate<Step> usable) {
    Map<Rule, Step> cameBy = new IdentityHashMap<>();
    Deque<Node> todo = new ArrayDeque<>();
    todo.add(start);
    while (!todo.isEmpty()) {
      Node node = todo.remove();
      for (Step step : steps.getOrDefault(node.link(), List.of())) {
        if (usable.test(step) && cameBy.putIfAbsent(step.to().link(), step) == null) {
          if (TreeRewriter.same(step.to().link(), start.link())) {
            return trace(start, cameBy);
          }
          todo.add(step.to());
        }
      }
    }
    return List.of();
  }

  private static List<Step> trace(Node start, Map<Rule, Step> cameBy) {
    Deque<Step> way = new ArrayDeque<>();
    Rule at = start.link();
    do {
      Step step = java.util.Objects.requireNonNull(cameBy.get(at));
      way.addFirst(step);
      at = step.from().link();
    } while (!TreeRewriter.same(at, start.link()));
    return List.copyOf(way);
  }
}

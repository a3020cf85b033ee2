package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.With;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shortest way from a rule back to itself. The links of an {@code else} chain are nodes
 * of their own; each depends on the next.
 */
final class RecursionSearch {
  /** One link of a rule. */
  private record Node(CompiledRule rule, Rule link) {}

  /** A step to another link, through a reference; a sure one when the reference is constant. */
  private record Edge(Node from, Node to, @Nullable Ref through) {}

  private final Dependencies dependencies;
  private final Map<CompiledRule, List<Node>> nodes = new IdentityHashMap<>();
  private final Map<Rule, List<Edge>> edges = new IdentityHashMap<>();

  RecursionSearch(Dependencies dependencies, Collection<CompiledRule> rules) {
    this.dependencies = dependencies;
    for (CompiledRule rule : rules) {
      List<Node> links = new ArrayList<>();
      for (Rule link = rule.rule(); link != null; link = link.elseRule()) {
        links.add(new Node(rule, link));
      }
      nodes.put(rule, links);
    }
    nodes.values().forEach(links -> links.forEach(this::connect));
  }

  private void connect(Node node) {
    Map<Rule, Edge> found = new IdentityHashMap<>();
    List<Edge> inOrder = new ArrayList<>();
    for (Ref ref : references(node.link())) {
      for (CompiledRule target : dependencies.reached(ref)) {
        for (Node to : nodes.getOrDefault(target, List.of())) {
          boolean sure = isSure(ref, target);
          Edge edge = new Edge(node, to, sure ? null : ref);
          Edge known = found.get(to.link());
          if (known == null) {
            found.put(to.link(), edge);
            inOrder.add(edge);
          } else if (known.through() != null && sure) {
            found.put(to.link(), edge);
            inOrder.set(inOrder.indexOf(known), edge);
          }
        }
      }
    }
    edges.put(node.link(), inOrder);
  }

  /** Whether a reference surely reaches a rule: its variables stand at no constant of the rule. */
  private static boolean isSure(Ref ref, CompiledRule rule) {
    for (int i = 1; i < Math.min(ref.size(), rule.ref().size()); i++) {
      if (!(ref.operand(i) instanceof Scalar) && rule.ref().operand(i) instanceof Scalar) {
        return false;
      }
    }
    return true;
  }

  private static List<Ref> references(Rule link) {
    List<Ref> found = new ArrayList<>();
    TreeWalker walker =
        new TreeWalker() {
          @Override
          void operator(Ref operator) {
            add(operator);
          }

          @Override
          void with(With with) {
            if (with.value() instanceof Ref function) {
              add(function);
            } else {
              term(with.value());
            }
          }

          @Override
          void term(Term term) {
            if (term instanceof Ref ref) {
              add(ref);
            }
            children(term);
          }

          private void add(Ref ref) {
            if (Refs.startsWithData(ref)) {
              found.add(ref);
            }
          }
        };
    walker.head(link.head());
    Body body = link.body();
    walker.body(body);
    return found;
  }

  void report(CompiledRule rule, Compilation compilation) {
    for (Node start : nodes.getOrDefault(rule, List.of())) {
      List<Edge> way = wayBack(start);
      if (!way.isEmpty()) {
        compilation.error(
            Codes.RECURSION, start.link().span(), text(start, way, new Names(compilation)));
      }
    }
  }

  private List<Edge> wayBack(Node start) {
    Map<Rule, Edge> cameBy = new IdentityHashMap<>();
    Deque<Node> todo = new ArrayDeque<>();
    todo.add(start);
    while (!todo.isEmpty()) {
      Node node = todo.remove();
      for (Edge edge : edges.getOrDefault(node.link(), List.of())) {
        if (cameBy.putIfAbsent(edge.to().link(), edge) == null) {
          if (TreeRewriter.same(edge.to().link(), start.link())) {
            return trace(start, cameBy);
          }
          todo.add(edge.to());
        }
      }
    }
    return List.of();
  }

  private static List<Edge> trace(Node start, Map<Rule, Edge> cameBy) {
    Deque<Edge> way = new ArrayDeque<>();
    Rule at = start.link();
    do {
      Edge edge = java.util.Objects.requireNonNull(cameBy.get(at));
      way.addFirst(edge);
      at = edge.from().link();
    } while (!TreeRewriter.same(at, start.link()));
    return List.copyOf(way);
  }

  private static String text(Node start, List<Edge> way, Names names) {
    Edge unsure = way.stream().filter(e -> e.through() != null).findFirst().orElse(null);
    StringBuilder text = new StringBuilder("rule ");
    text.append(names.of(start.rule().ref()))
        .append(unsure == null ? " is recursive: " : " may be recursive: ")
        .append(names.of(start.rule().ref()));
    way.forEach(edge -> text.append(" -> ").append(names.of(edge.to().rule().ref())));
    if (unsure != null && unsure.through() != null) {
      Ref ref = unsure.through();
      text.append(" (").append(names.of(ref));
      if (!TreeRewriter.same(unsure.from().link(), start.link())) {
        text.append(" in ").append(names.of(unsure.from().rule().ref()));
      }
      text.append(" refers to ").append(names.of(unsure.to().rule().ref())).append(" if ");
      text.append(condition(ref, unsure.to().rule().ref(), names));
      text.append(')');
    }
    return text.toString();
  }

  private static String condition(Ref ref, Ref rule, Names names) {
    Map<String, String> wanted = new LinkedHashMap<>();
    for (int i = 1; i < Math.min(ref.size(), rule.size()); i++) {
      if (!(ref.operand(i) instanceof Scalar) && rule.operand(i) instanceof Scalar s) {
        wanted.putIfAbsent(names.of(ref.operand(i)), s.value().toString());
      }
    }
    StringBuilder text = new StringBuilder();
    wanted.forEach(
        (name, value) ->
            text.append(text.isEmpty() ? "" : " and ").append(name).append(" is ").append(value));
    return text.toString();
  }

  /** Texts with the names of the source. */
  private static final class Names {
    private final RewrittenText text;

    Names(Compilation compilation) {
      this.text = new RewrittenText(compilation);
    }

    String of(Term term) {
      return text.text(term);
    }
  }
}

package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Walks over documents and graphs. */
final class Graphs {
  private Graphs() {}

  static void define(Definitions in) {
    in.category("graph");
    in.relation(
        "walk",
        "(x: any) => output: array<array[any], any>",
        "Every path of a document with the value there.",
        new Walk());
    in.function(
        "graph.reachable",
        "(graph: object[any: any<array[any], set[any]>], initial: any<array[any], set[any]>) => output: set[any]",
        "The nodes that can be reached from some nodes.",
        Graphs::reachable);
    in.function(
        "graph.reachable_paths",
        "(graph: object[any: any<array[any], set[any]>], initial: any<array[any], set[any]>) => output: set[array[any]]",
        "The paths from some nodes that cannot be made longer.",
        Graphs::reachablePaths);
  }

  private static Iterable<Value> start(Value[] args) {
    if (args[1] instanceof ArrayValue array) {
      return array;
    } else if (args[1] instanceof SetValue set) {
      return set;
    }
    throw Operands.wrong(2, "{array, set}", args[1]);
  }

  /** The nodes that the edges of a node lead to; other values are no edges. */
  private static Iterable<Value> edges(Value edges) {
    if (edges instanceof ArrayValue array) {
      return array;
    }
    return edges instanceof SetValue set ? set : List.of();
  }

  private static Value reachable(BuiltinContext context, Value[] args) {
    ObjectValue graph = Operands.object(args, 1);
    Deque<Value> open = new ArrayDeque<>();
    start(args).forEach(open::add);
    SetValue.Builder reached = SetValue.builder();
    while (!open.isEmpty()) {
      Value node = open.poll();
      context.work(1);
      Value edges = graph.get(node);
      if (edges != null && reached.add(node)) {
        context.build(1);
        edges(edges).forEach(open::add);
      }
    }
    return reached.build();
  }

  private static Value reachablePaths(BuiltinContext context, Value[] args) {
    ObjectValue graph = Operands.object(args, 1);
    SetValue.Builder paths = SetValue.builder();
    for (Value node : start(args)) {
      Value edges = graph.get(node);
      if (edges != null) {
        List<Value> path = new ArrayList<>();
        path.add(node);
        follow(context, graph, edges, path, new HashSet<>(), paths);
      }
    }
    return paths.build();
  }

  /**
   * Adds the paths that begin with a path and cannot go on: to a node without edges, to one that is
   * no node of the graph, or to one that was reached before. The first node of all counts as
   * reached only when it was left, as OPA has it.
   */
  private static void follow(
      BuiltinContext context,
      ObjectValue graph,
      Value edges,
      List<Value> path,
      Set<Value> reached,
      SetValue.Builder paths) {
    boolean allLeadOn = true;
    boolean leadsOn = false;
    for (Value node : edges(edges)) {
      context.work(1);
      Value further = reached.contains(node) ? null : graph.get(node);
      allLeadOn &= further != null;
      if (further == null) {
        continue;
      }
      leadsOn = true;
      boolean left = reached.add(path.get(path.size() - 1));
      boolean entered = reached.add(node);
      path.add(node);
      follow(context, graph, further, path, reached, paths);
      Value last = path.remove(path.size() - 1);
      if (entered) {
        reached.remove(last);
      }
      if (left) {
        reached.remove(path.get(path.size() - 1));
      }
    }
    if (!allLeadOn || !leadsOn) {
      context.build(1L + path.size());
      paths.add(ArrayValue.of(path));
    }
  }
}

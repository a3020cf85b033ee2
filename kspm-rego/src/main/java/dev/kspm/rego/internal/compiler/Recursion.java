package dev.kspm.rego.internal.compiler;

import java.util.Collection;

/** Reports rules that depend on themselves. */
final class Recursion {
  private final Compilation compilation;
  private final RuleTree tree;

  Recursion(Compilation compilation, RuleTree tree) {
    this.compilation = compilation;
    this.tree = tree;
  }

  /**
   * Looks for the ways only when there is one: the graph of whole rules has every step that those
   * of single links have.
   */
  void check(Collection<CompiledRule> rules, DependencyGraph graph) {
    if (graph.hasCycle()) {
      RecursionSearch search = new RecursionSearch(new Dependencies(tree), rules);
      rules.forEach(rule -> search.report(rule, compilation));
    }
  }
}

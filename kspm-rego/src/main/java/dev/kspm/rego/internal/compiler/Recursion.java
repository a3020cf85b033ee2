package dev.kspm.rego.internal.compiler;

import java.util.List;

/** Reports rules that depend on themselves. */
final class Recursion {
  private final RuleTree tree;

  /**
   * @param tree the rules while bodies still have their written order
   */
  Recursion(RuleTree tree) {
    this.tree = tree;
  }

  /**
   * Looks for the ways only when there may be one: the graph of whole rules has every step that
   * those of single links have, but for targets of {@code with}.
   */
  void report(Compilation compilation, DependencyGraph graph) {
    if (!graph.hasCycle() && !graph.replacesData()) {
      return;
    }
    List<CompiledRule> rules = tree.allRules();
    RecursionSearch search = new RecursionSearch(new RuleUses(tree), rules);
    if (!search.hasCycle()) {
      return;
    }
    RecursionText text = new RecursionText(compilation);
    for (CompiledRule rule : rules) {
      for (List<RecursionSearch.Step> way : search.waysBack(rule)) {
        compilation.error(Codes.RECURSION, way.get(0).from().link().span(), text.of(way));
      }
    }
  }
}

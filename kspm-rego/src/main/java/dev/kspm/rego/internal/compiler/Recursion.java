package dev.kspm.rego.internal.compiler;

import java.util.Collection;

/** Reports rules that depend on themselves. */
final class Recursion {
  private final Compilation compilation;
  private final Dependencies dependencies;

  Recursion(Compilation compilation, RuleTree tree) {
    this.compilation = compilation;
    this.dependencies = new Dependencies(tree);
  }

  void check(Collection<CompiledRule> rules) {
    RecursionSearch search = new RecursionSearch(dependencies, rules);
    if (!search.hasCycle()) {
      return;
    }
    for (CompiledRule rule : rules) {
      search.report(rule, compilation);
    }
  }
}

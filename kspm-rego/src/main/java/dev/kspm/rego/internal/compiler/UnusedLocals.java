package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Var;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Reports variables of the innermost scope that are declared or assigned and not used. */
final class UnusedLocals {
  private final Compilation compilation;
  private final Scopes scopes;

  UnusedLocals(Compilation compilation, Scopes scopes) {
    this.compilation = compilation;
    this.scopes = scopes;
  }

  /**
   * Assignments, in strict mode.
   *
   * @param used names that are used outside of the body
   */
  void assignments(Body body, Set<String> used) {
    if (compilation.options.strict()) {
      Set<String> usedNames = renamed(used);
      report(
          body,
          Scopes.Occurrence.ASSIGNED,
          (name, newName) -> scopes.uses(name) <= 1 && !usedNames.contains(newName),
          "assigned");
    }
  }

  /**
   * Declarations with {@code some}.
   *
   * @param used names that are used outside of the body
   */
  void declarations(Body body, Body rewritten, Set<String> used) {
    Set<String> live = Variables.all(rewritten);
    live.addAll(renamed(used));
    report(
        body,
        Scopes.Occurrence.DECLARED,
        (name, newName) ->
            !live.contains(newName) && !used.contains(newName) && !LocalNames.isGenerated(name),
        "declared");
  }

  private void report(
      Body body, Scopes.Occurrence kind, BiPredicate<String, String> isUnused, String verb) {
    TreeMap<String, String> unused = new TreeMap<>();
    scopes
        .top()
        .occurrences
        .forEach(
            (name, occurrence) -> {
              String newName = scopes.top().renamed.get(name);
              if (occurrence == kind
                  && newName != null
                  && !name.startsWith(Var.WILDCARD_PREFIX)
                  && isUnused.test(name, newName)) {
                unused.put(newName, name);
              }
            });
    for (String name : unused.values()) {
      compilation.lint(place(body, name), verb + " var " + name + " unused");
    }
  }

  private static Span place(Body body, String name) {
    for (Expr expr : body.exprs()) {
      if (Declared.in(expr).contains(name)) {
        return expr.span();
      }
    }
    return body.exprs().get(0).span();
  }

  private Set<String> renamed(Set<String> names) {
    Set<String> renamed = new LinkedHashSet<>();
    for (String name : names) {
      String newName = scopes.renamed(name);
      renamed.add(newName == null ? name : newName);
    }
    return renamed;
  }
}

package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks that heads and bodies of rules are safe, and puts bodies in order. */
final class RuleSafety {
  private static final Set<String> FUTURE_KEYWORDS =
      Set.of("in", "every", "contains", "if", "not", "and", "or");

  private final Compilation compilation;
  private final Arities arities;

  RuleSafety(Compilation compilation, Arities arities) {
    this.compilation = compilation;
    this.arities = arities;
  }

  /** Reports variables of a head that its body does not have. */
  void checkHeads(Module module) {
    for (Rule first : module.rules()) {
      for (Rule rule = first; rule != null; rule = rule.elseRule()) {
        Set<String> safe = Variables.forSafety(rule.body());
        safe.addAll(Safety.RESERVED);
        safe.addAll(arguments(rule));
        Set<String> unsafe = new TreeSet<>(Variables.all(rule.head()));
        unsafe.removeAll(safe);
        for (String name : unsafe) {
          String written = compilation.writtenName(name);
          if (!LocalNames.isGenerated(written)) {
            compilation.error(Codes.UNSAFE, rule.span(), unsafeText(written));
          }
        }
      }
    }
  }

  static Set<String> arguments(Rule rule) {
    Set<String> names = new LinkedHashSet<>();
    if (rule.head().args() != null) {
      rule.head().args().forEach(arg -> names.addAll(Variables.all(arg)));
    }
    return names;
  }

  Rule order(Rule rule) {
    Set<String> globals = new HashSet<>(Safety.RESERVED);
    globals.addAll(arguments(rule));
    Body body = order(rule.body(), globals);
    Rule elseRule = rule.elseRule() == null ? null : order(rule.elseRule());
    return TreeRewriter.rebuild(rule, rule.head(), body, elseRule);
  }

  /** The body in order; reports what cannot be ordered. */
  Body order(Body body, Set<String> globals) {
    Safety safety = new Safety(arities);
    Body ordered = safety.reorder(body, globals);
    if (!safety.unsafe().isEmpty()) {
      report(safety.unsafe());
      return body;
    }
    return ordered;
  }

  private void report(Map<Expr, Set<String>> unsafe) {
    TreeMap<String, List<Span>> places = new TreeMap<>();
    unsafe.forEach(
        (expr, names) ->
            names.forEach(
                name -> places.computeIfAbsent(name, n -> new ArrayList<>()).add(expr.span())));
    boolean named = false;
    for (Map.Entry<String, List<Span>> e : places.entrySet()) {
      String name = compilation.writtenName(e.getKey());
      if (!LocalNames.isGenerated(name)) {
        compilation.error(Codes.UNSAFE, first(e.getValue()), unsafeText(name));
        named = true;
      }
    }
    if (!named) {
      unsafe.keySet().stream()
          .map(Expr::span)
          .distinct()
          .forEach(span -> compilation.error(Codes.UNSAFE, span, "expression is unsafe"));
    }
  }

  private static Span first(List<Span> spans) {
    return spans.stream()
        .min(java.util.Comparator.comparingInt(Span::row).thenComparingInt(Span::column))
        .orElse(Span.NONE);
  }

  static String unsafeText(String name) {
    if (name.startsWith(Var.WILDCARD_PREFIX)) {
      return "var _ is unsafe";
    }
    return "var "
        + name
        + " is unsafe"
        + (FUTURE_KEYWORDS.contains(name)
            ? " (hint: `import future.keywords." + name + "` to import a future keyword)"
            : "");
  }
}

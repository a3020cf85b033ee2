package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Head;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Checks that heads and bodies of rules are safe, and puts bodies in order. */
final class RuleSafety {
  private static final Set<String> FUTURE_KEYWORDS =
      Set.of("in", "every", "contains", "if", "not", "and", "or");

  private static final Comparator<Span> BY_PLACE =
      Comparator.comparingInt(Span::row).thenComparingInt(Span::column);

  private final Compilation compilation;
  private final Arities arities;

  RuleSafety(Compilation compilation, Arities arities) {
    this.compilation = compilation;
    this.arities = arities;
  }

  /** Reports variables of a head that its body does not have. */
  void checkHeads(Module module) {
    SharedLines lines = new SharedLines(module);
    for (Rule first : module.rules()) {
      for (Rule rule = first; rule != null; rule = rule.elseRule()) {
        Set<String> safe = Variables.forSafety(rule.body());
        safe.addAll(Safety.RESERVED);
        safe.addAll(arguments(rule));
        Map<String, Span> unsafe = new TreeMap<>(places(rule));
        unsafe.keySet().removeAll(safe);
        for (Map.Entry<String, Span> e : unsafe.entrySet()) {
          String written = compilation.writtenName(e.getKey());
          if (!LocalNames.isGenerated(written)) {
            compilation.error(Codes.UNSAFE, e.getValue(), unsafeHead(written) + lines.suffix(rule));
          }
        }
      }
    }
  }

  /** The variables of a head and where they stand last, in OPA's order of its parts. */
  private static Map<String, Span> places(Rule rule) {
    Map<String, Span> places = new HashMap<>();
    new TreeWalker() {
      @Override
      void term(Term term) {
        if (term instanceof Var v) {
          places.put(v.name(), v.span());
        }
        children(term);
      }

      @Override
      void head(Head head) {
        super.head(head);
        head.ref().parts().stream().skip(1).forEach(this::term);
      }
    }.head(rule.head());
    return places;
  }

  static Set<String> arguments(Rule rule) {
    Set<String> names = new LinkedHashSet<>();
    if (rule.head().args() != null) {
      rule.head().args().forEach(arg -> names.addAll(Variables.all(arg)));
    }
    return names;
  }

  Module order(Module module) {
    SharedLines lines = new SharedLines(module);
    List<Rule> rules = TreeRewriter.map(module.rules(), rule -> order(rule, lines));
    return TreeRewriter.same(rules, module.rules()) ? module : module.withRules(rules);
  }

  private Rule order(Rule rule, SharedLines lines) {
    Set<String> globals = new HashSet<>(Safety.RESERVED);
    globals.addAll(arguments(rule));
    Body body = order(rule.body(), globals, lines.suffix(rule));
    Rule elseRule = rule.elseRule() == null ? null : order(rule.elseRule(), lines);
    return TreeRewriter.rebuild(rule, rule.head(), body, elseRule);
  }

  Body orderQuery(Body body) {
    return order(body, Safety.RESERVED, "");
  }

  private Body order(Body body, Set<String> globals, String suffix) {
    Safety safety = new Safety(arities);
    Body ordered = safety.reorder(body, globals);
    if (!safety.unsafe().isEmpty()) {
      report(safety.unsafe(), suffix);
      return body;
    }
    return ordered;
  }

  /**
   * Reports every variable once, where it is first needed. What an assignment would have bound is
   * left out if anything else is to blame.
   */
  private void report(Map<Expr, Set<String>> unsafe, String suffix) {
    Set<String> assigned = new HashSet<>();
    for (Expr expr : unsafe.keySet()) {
      if (Declared.isAssignment(expr)) {
        for (String name : Declared.in(expr)) {
          assigned.add(name);
          assigned.add(compilation.writtenName(name));
        }
      }
    }
    TreeMap<String, List<Span>> places = new TreeMap<>();
    unsafe.forEach(
        (expr, names) ->
            names.forEach(
                name -> places.computeIfAbsent(name, n -> new ArrayList<>()).add(expr.span())));
    places.keySet().removeIf(name -> LocalNames.isGenerated(compilation.writtenName(name)));
    if (places.isEmpty()) {
      reportExpressions(unsafe, suffix);
      return;
    }
    Predicate<String> isAssigned =
        name -> assigned.contains(name) || assigned.contains(compilation.writtenName(name));
    if (!places.keySet().stream().allMatch(isAssigned)) {
      places.keySet().removeIf(isAssigned);
    }
    for (Map.Entry<String, List<Span>> e : places.entrySet()) {
      String name = compilation.writtenName(e.getKey());
      compilation.error(Codes.UNSAFE, first(e.getValue()), unsafeText(name) + suffix);
    }
  }

  /** Reports expressions that lack variables that nobody wrote, each variable once. */
  private void reportExpressions(Map<Expr, Set<String>> unsafe, String suffix) {
    Set<String> seen = new HashSet<>();
    unsafe.entrySet().stream()
        .sorted(Comparator.comparing(e -> e.getKey().span(), BY_PLACE))
        .forEach(
            e -> {
              Set<String> names = new HashSet<>(e.getValue());
              names.removeIf(name -> !LocalNames.isGenerated(name));
              if (seen.addAll(names)) {
                compilation.error(Codes.UNSAFE, e.getKey().span(), "expression is unsafe" + suffix);
              }
            });
  }

  private static Span first(List<Span> spans) {
    return spans.stream().min(BY_PLACE).orElse(Span.NONE);
  }

  private static String unsafeHead(String name) {
    return "var " + (name.startsWith(Var.WILDCARD_PREFIX) ? "_" : name) + " is unsafe";
  }

  static String unsafeText(String name) {
    return unsafeHead(name)
        + (FUTURE_KEYWORDS.contains(name)
            ? " (hint: `import future.keywords." + name + "` to import a future keyword)"
            : "");
  }
}

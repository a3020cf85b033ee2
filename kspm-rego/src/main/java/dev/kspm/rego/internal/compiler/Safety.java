package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.ArrayComprehension;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.ObjectComprehension;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.SetComprehension;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.internal.ast.With;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the expressions of a body, and of the closures in it, into an order in which each has its
 * variables bound by earlier ones: again and again the first expression in the written order that
 * can run. Notes what can never run.
 */
final class Safety {
  /** Variables that are always bound. */
  static final Set<String> RESERVED = Set.of("data", "input");

  private final OutputVariables outputs;
  private final OperandVariables variables;

  /** Expressions that cannot run, and why. */
  private final Map<Expr, Set<String>> unsafe = new LinkedHashMap<>();

  Safety(Arities arities) {
    this.outputs = new OutputVariables(arities);
    this.variables = new OperandVariables(arities);
  }

  Map<Expr, Set<String>> unsafe() {
    return unsafe;
  }

  /** What a modifier needs. A value that is still a reference is the name of a function. */
  static Set<String> variables(With with) {
    Set<String> needed = new LinkedHashSet<>();
    if (with.target() instanceof Ref target) {
      target.parts().stream().skip(1).forEach(t -> needed.addAll(Variables.forSafety(t)));
    }
    if (!(with.value() instanceof Ref)) {
      needed.addAll(Variables.forSafety(with.value()));
    }
    return needed;
  }

  /** The body in order; what stays unsafe is noted and follows in no particular order. */
  Body reorder(Body body, Set<String> globals) {
    List<Expr> exprs = body.exprs();
    Set<String> bodyVariables = variables.of(body);
    bodyVariables.removeAll(globals);
    Set<String> safe = new HashSet<>(globals);
    Map<Expr, Set<String>> missing = new IdentityHashMap<>();
    for (Expr expr : exprs) {
      Set<String> needs = variables.of(expr);
      needs.removeAll(globals);
      missing.put(expr, needs);
    }
    List<Expr> ordered = new ArrayList<>(exprs.size());
    List<Expr> left = new ArrayList<>(exprs);
    boolean progress = true;
    while (progress && !left.isEmpty()) {
      progress = false;
      for (Expr expr : List.copyOf(left)) {
        Set<String> bound = hasModifiers(expr, safe) ? outputs.of(expr, safe) : Set.of();
        Set<String> closedOver = closureVariables(expr);
        closedOver.retainAll(bodyVariables);
        if (!closedOver.isEmpty()) {
          closedOver.removeAll(outputs.of(ordered, safe));
        }
        if (isRunnable(expr, bound, closedOver, safe, missing)) {
          removeIdentical(left, expr);
          ordered.add(expr);
          safe.addAll(bound);
          progress = true;
        }
      }
    }
    for (Expr expr : left) {
      unsafe.computeIfAbsent(expr, e -> new LinkedHashSet<>()).addAll(missingOf(expr, missing));
    }
    Set<String> closable = new HashSet<>(globals);
    List<Expr> result = new ArrayList<>(exprs.size());
    for (int i = 0; i < ordered.size(); i++) {
      if (i > 0) {
        closable.addAll(variables.of(ordered.get(i - 1)));
      }
      result.add(new Closures(ordered.get(i), closable).expr(ordered.get(i)));
    }
    result.addAll(left);
    return new Body(result, body.span());
  }

  private static Set<String> missingOf(Expr expr, Map<Expr, Set<String>> missing) {
    Set<String> of = missing.get(expr);
    return of == null ? Set.of() : of;
  }

  /** Whether what the modifiers need is bound; if not, nothing else gets bound here. */
  private static boolean hasModifiers(Expr expr, Set<String> safe) {
    return expr.withs().stream().allMatch(with -> safe.containsAll(variables(with)));
  }

  private static void removeIdentical(List<Expr> list, Expr expr) {
    list.removeIf(e -> TreeRewriter.same(e, expr));
  }

  private static boolean isRunnable(
      Expr expr,
      Set<String> bound,
      Set<String> closedOver,
      Set<String> safe,
      Map<Expr, Set<String>> missing) {
    if (!closedOver.isEmpty()) {
      if (closedOver.equals(bound)) {
        return false;
      }
      // As in OPA, what closures need takes the place of what the expression needs itself.
      missing.put(expr, closedOver);
    }
    Set<String> lacks = missingOf(expr, missing);
    lacks.removeIf(v -> bound.contains(v) || safe.contains(v));
    return lacks.isEmpty();
  }

  /** The variables in the closures of an expression. */
  private static Set<String> closureVariables(Expr expr) {
    Set<String> found = new LinkedHashSet<>();
    new TreeWalker() {
      @Override
      void comprehension(Term term) {
        found.addAll(Variables.all(term));
      }

      @Override
      void every(Expr.Every every) {
        term(every.domain());
        found.addAll(Variables.all(every.body()));
      }

      @Override
      void closure(Body body) {
        found.addAll(Variables.all(body));
      }
    }.expr(expr);
    return found;
  }

  /** Reorders the closures of one expression. */
  private final class Closures extends TreeRewriter {
    private final Expr current;
    private final Set<String> globals;

    Closures(Expr current, Set<String> globals) {
      this.current = current;
      this.globals = globals;
    }

    @Override
    Term comprehension(Term term) {
      if (term instanceof ArrayComprehension c) {
        return new ArrayComprehension(c.term(), closure(c.body(), c.term()), c.span());
      } else if (term instanceof SetComprehension c) {
        return new SetComprehension(c.term(), closure(c.body(), c.term()), c.span());
      }
      ObjectComprehension c = (ObjectComprehension) term;
      return new ObjectComprehension(
          c.key(), c.value(), closure(c.body(), c.key(), c.value()), c.span());
    }

    private Body closure(Body body, Term... results) {
      Set<String> known = variables.of(body);
      known.addAll(globals);
      Set<String> lacking = new LinkedHashSet<>();
      for (Term result : results) {
        lacking.addAll(Variables.forSafety(result));
      }
      lacking.removeAll(known);
      if (!lacking.isEmpty()) {
        unsafe.computeIfAbsent(current, e -> new LinkedHashSet<>()).addAll(lacking);
      }
      return reorder(body, globals);
    }

    @Override
    Expr.Form form(Expr.Form form) {
      if (form instanceof Expr.Every every) {
        Set<String> inside = new HashSet<>(globals);
        if (every.key() instanceof Var key) {
          inside.add(key.name());
        }
        if (every.value() instanceof Var value) {
          inside.add(value.name());
        }
        Term domain = term(every.domain());
        return new Expr.Every(
            every.key(), every.value(), domain, reorder(every.body(), inside), every.span());
      } else if (form instanceof Expr.Negation n) {
        return new Expr.Negation(reorder(n.body(), globals), n.explicitBody(), n.span());
      } else if (form instanceof Expr.Logical l) {
        return new Expr.Logical(
            l.isAnd(),
            reorder(l.left(), globals),
            reorder(l.right(), globals),
            l.explicitLeft(),
            l.explicitRight(),
            l.span());
      }
      return super.form(form);
    }
  }
}

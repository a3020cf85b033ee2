package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Var;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells what an expression needs or binds, with what operands of {@code and}, {@code or} and {@code
 * not} need that stand without braces: these are no scopes, so their variables are those of the
 * expression.
 */
final class OperandVariables {
  private final Arities arities;
  private final OutputVariables outputs;

  OperandVariables(Arities arities) {
    this.arities = arities;
    this.outputs = new OutputVariables(arities);
  }

  Set<String> of(Body body) {
    Set<String> all = new LinkedHashSet<>();
    body.exprs().forEach(expr -> all.addAll(of(expr)));
    return all;
  }

  Set<String> of(Expr expr) {
    Set<String> all = Variables.forSafety(expr);
    if (expr.form() instanceof Expr.Negation n && !n.explicitBody()) {
      all.addAll(ofOperand(n.body()));
    } else if (expr.form() instanceof Expr.Logical l) {
      if (!l.explicitLeft()) {
        all.addAll(ofOperand(l.left()));
      }
      if (!l.explicitRight()) {
        all.addAll(ofOperand(l.right()));
      }
    }
    return all;
  }

  /**
   * What an operand does not settle by itself. It is one expression as written; what was hoisted
   * out of it binds variables that the expression then uses.
   */
  private Set<String> ofOperand(Body body) {
    Map<String, Integer> occurrences = new HashMap<>();
    for (Expr expr : body.exprs()) {
      Variables.forSafety(expr).forEach(name -> occurrences.merge(name, 1, Integer::sum));
    }
    Set<String> open = new LinkedHashSet<>(occurrences.keySet());
    if (body.exprs().size() > 1) {
      Set<String> bound = bound(body, occurrences.keySet());
      open.removeIf(name -> bound.contains(name) && occurrences.getOrDefault(name, 0) > 1);
    }
    return open;
  }

  private Set<String> bound(Body body, Set<String> all) {
    Set<String> safe = new HashSet<>(Safety.RESERVED);
    safe.addAll(all);
    for (Expr expr : body.exprs()) {
      if (isEquality(expr)) {
        ((Expr.CallForm) expr.form())
            .args()
            .forEach(arg -> safe.removeIf(name -> arg instanceof Var v && v.name().equals(name)));
      }
    }
    Set<String> bound = new HashSet<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Expr expr : body.exprs()) {
        if (isEquality(expr)) {
          Set<String> found = outputs.of(expr, safe);
          changed |= bound.addAll(found);
          safe.addAll(found);
        }
      }
    }
    for (Expr expr : body.exprs()) {
      if (expr.form() instanceof Expr.CallForm call && !isEquality(expr)) {
        int arity = arities.of(call.operator());
        if (arity >= 0 && arity < call.args().size()) {
          bound.addAll(Variables.ofArguments(call.args().subList(arity, call.args().size())));
        }
      }
    }
    return bound;
  }

  private static boolean isEquality(Expr expr) {
    return expr.form() instanceof Expr.CallForm call
        && call.args().size() == 2
        && List.of("eq", "assign").contains(call.name());
  }
}

package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.StringValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets a test with cases, such as {@code test_sum[name] if …}, say which case it is at: puts {@code
 * internal.test_case([name])} into its body, as early as the keys are known. A case whose body does
 * not hold is then known, too.
 */
final class TestCases {
  private static final String NAME = "internal.test_case";

  private final OutputVariables outputs;

  TestCases(Functions functions) {
    this.outputs = new OutputVariables(functions);
  }

  /** Changes a rule whose body is in order. */
  Rule rule(Rule rule) {
    List<Term> keys = keys(rule);
    if (keys.isEmpty()) {
      return rule;
    }
    List<Expr> first = new ArrayList<>();
    List<Expr> rest = new ArrayList<>();
    divide(rule.body(), keys, first, rest);
    Span span = rule.span();
    Expr.CallForm mark = new Expr.CallForm(Refs.of(NAME, span), List.of(new ArrayTerm(keys, span)));
    first.add(new Expr(mark, false, false, List.of(), 0, Span.NONE));
    first.addAll(rest);
    List<Expr> exprs = new ArrayList<>();
    first.forEach(expr -> exprs.add(expr.withIndex(exprs.size())));
    return new Rule(
        rule.isDefault(),
        rule.head(),
        new Body(exprs, rule.body().span()),
        rule.elseRule(),
        rule.annotations(),
        rule.span());
  }

  /** What binds the variables of the keys, and all else, in order. */
  private void divide(Body body, List<Term> keys, List<Expr> first, List<Expr> rest) {
    List<Set<String>> binds = new ArrayList<>();
    Set<String> bound = new LinkedHashSet<>(Safety.RESERVED);
    for (Expr expr : body.exprs()) {
      Set<String> more = new LinkedHashSet<>(outputs.of(expr, bound));
      more.removeAll(bound);
      binds.add(more);
      bound.addAll(more);
    }
    Set<String> wanted = new LinkedHashSet<>();
    keys.forEach(key -> wanted.addAll(Variables.all(key)));
    for (int i = body.exprs().size() - 1; i >= 0; i--) {
      Expr expr = body.exprs().get(i);
      if (binds.get(i).stream().anyMatch(wanted::contains)) {
        first.add(0, expr);
        wanted.addAll(Variables.all(expr));
      } else {
        rest.add(0, expr);
      }
    }
  }

  /** The keys after the part that makes it a test, if one of them is a variable. */
  private static List<Term> keys(Rule rule) {
    if (rule.isDefault() || rule.head().isPartialSet() || rule.head().args() != null) {
      return List.of();
    }
    List<Term> parts = rule.head().ref().parts();
    for (int i = 0; i < parts.size(); i++) {
      Term part = parts.get(i);
      String name =
          part instanceof Var v && i == 0
              ? v.name()
              : part instanceof Scalar s && s.value() instanceof StringValue text
                  ? text.value()
                  : "";
      if (name.startsWith("test_")) {
        List<Term> keys = parts.subList(i + 1, parts.size());
        return keys.stream().allMatch(Scalar.class::isInstance) ? List.of() : keys;
      }
    }
    return List.of();
  }
}

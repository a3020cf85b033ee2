package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.ArrayComprehension;
import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Head;
import dev.kspm.rego.internal.ast.ObjectComprehension;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.SetComprehension;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Erases {@code print} calls or, when they are kept, turns them into {@code internal.print} with a
 * set comprehension for each operand, so that an undefined operand does not end the body.
 */
final class PrintCalls {
  private final Compilation compilation;
  private final OutputVariables outputs;

  PrintCalls(Compilation compilation, Arities arities) {
    this.compilation = compilation;
    this.outputs = new OutputVariables(arities);
  }

  Rule rule(Rule rule) {
    Set<String> bound = new HashSet<>(Safety.RESERVED);
    if (rule.head().args() != null) {
      rule.head().args().forEach(arg -> bound.addAll(Variables.all(arg)));
    }
    Head head = new AllBodies(bound).head(rule.head());
    Body body = compilation.options.keepPrint() ? all(rule.body(), bound) : erased(rule.body());
    Rule elseRule = rule.elseRule() == null ? null : rule(rule.elseRule());
    return TreeRewriter.rebuild(rule, head, body, elseRule);
  }

  /** OPA does not look for calls inside the results of a query's comprehensions. */
  Body query(Body body) {
    return compilation.options.keepPrint() ? kept(body, Safety.RESERVED) : erased(body);
  }

  static boolean isPrint(Expr expr) {
    return expr.form() instanceof Expr.CallForm c
        && c.operator().size() == 1
        && "print".equals(Refs.root(c.operator()));
  }

  private Body erased(Body body) {
    if (!Prints.in(body)) {
      return body;
    }
    List<Expr> exprs = new ArrayList<>();
    for (Expr expr : body.exprs()) {
      if (!isPrint(expr)) {
        exprs.add(new AllBodies(Safety.RESERVED).expr(expr));
      }
    }
    if (exprs.isEmpty()) {
      exprs.add(Terms.truth(body.span()));
    }
    return new Body(exprs, body.span());
  }

  /**
   * The body, then again every body in it: what stands in the result of a comprehension or the
   * domain of an {@code every} is found only then, where nothing but the parameters is bound.
   */
  private Body all(Body body, Set<String> bound) {
    if (!Prints.in(body)) {
      return body;
    }
    int errorsBefore = compilation.errorCount();
    Body rewritten = kept(body, bound);
    return compilation.errorCount() > errorsBefore
        ? rewritten
        : new AllBodies(bound).inside(rewritten);
  }

  private Body kept(Body body, Set<String> bound) {
    if (!Prints.in(body)) {
      return body;
    }
    int errorsBefore = compilation.errorCount();
    List<Expr> exprs = new ArrayList<>(body.exprs());
    List<Set<String>> safeBefore = new ArrayList<>();
    Set<String> safe = new HashSet<>(bound);
    for (int i = 0; i < exprs.size(); i++) {
      safeBefore.add(safe);
      exprs.set(i, new Closures(safe).expr(exprs.get(i)));
      if (compilation.errorCount() > errorsBefore) {
        return body;
      }
      safe = new HashSet<>(safe);
      safe.addAll(outputs.of(exprs.get(i), safe));
    }
    for (int i = 0; i < exprs.size(); i++) {
      if (isPrint(exprs.get(i))) {
        exprs.set(i, captured(exprs.get(i), safeBefore.get(i)));
        if (compilation.errorCount() > errorsBefore) {
          return body;
        }
      }
    }
    return new Body(exprs, body.span());
  }

  private Expr captured(Expr expr, Set<String> safe) {
    List<Term> args = ((Expr.CallForm) expr.form()).args();
    int errorsBefore = compilation.errorCount();
    for (Term arg : args) {
      compilation.undeclared(Variables.forSafety(arg), safe, arg.span());
    }
    if (compilation.errorCount() > errorsBefore) {
      return expr;
    }
    Span span = expr.span();
    List<Term> captures = new ArrayList<>();
    for (Term arg : args) {
      Var element = compilation.names.nextVar(span);
      captures.add(
          new SetComprehension(
              element,
              new Body(List.of(Terms.equality(element, arg, span, List.of())), span),
              span));
    }
    return new Expr(
        new Expr.CallForm(Refs.internal("print", span), List.of(new ArrayTerm(captures, span))),
        expr.negated(),
        expr.generated(),
        List.of(),
        expr.index(),
        span);
  }

  /** Looks for print calls, so that bodies without any are left alone. */
  private static final class Prints extends TreeWalker {
    private boolean found;

    static boolean in(Body body) {
      Prints p = new Prints();
      p.body(body);
      return p.found;
    }

    @Override
    void expr(Expr expr) {
      if (isPrint(expr)) {
        found = true;
      } else if (!found) {
        super.expr(expr);
      }
    }
  }

  /** Rewrites the bodies of an expression's closures, where what the outer body bound is bound. */
  private final class Closures extends TreeRewriter {
    private final Set<String> safe;

    Closures(Set<String> safe) {
      this.safe = new HashSet<>(safe);
    }

    @Override
    Body body(Body body) {
      return kept(body, safe);
    }

    @Override
    Expr.Form form(Expr.Form form) {
      if (form instanceof Expr.Every every) {
        if (every.key() instanceof Var key) {
          safe.add(key.name());
        }
        if (every.value() instanceof Var value) {
          safe.add(value.name());
        }
        return new Expr.Every(
            every.key(), every.value(), every.domain(), body(every.body()), every.span());
      }
      return super.form(form);
    }

    @Override
    Term comprehension(Term term) {
      if (term instanceof ArrayComprehension c) {
        return new ArrayComprehension(c.term(), body(c.body()), c.span());
      } else if (term instanceof SetComprehension c) {
        return new SetComprehension(c.term(), body(c.body()), c.span());
      }
      ObjectComprehension c = (ObjectComprehension) term;
      return new ObjectComprehension(c.key(), c.value(), body(c.body()), c.span());
    }
  }

  /** Rewrites all bodies at any place, each by itself. */
  private final class AllBodies extends TreeRewriter {
    private final Set<String> bound;

    AllBodies(Set<String> bound) {
      this.bound = bound;
    }

    @Override
    Body body(Body body) {
      return compilation.options.keepPrint() ? all(body, bound) : erased(body);
    }

    Body inside(Body body) {
      return super.body(body);
    }
  }
}

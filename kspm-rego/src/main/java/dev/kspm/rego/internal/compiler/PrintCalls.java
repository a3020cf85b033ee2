package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Head;
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
    Head head = new Rewriter(bound).head(rule.head());
    Body body = body(rule.body(), bound);
    Rule elseRule = rule.elseRule() == null ? null : rule(rule.elseRule());
    return TreeRewriter.rebuild(rule, head, body, elseRule);
  }

  Body query(Body body) {
    return body(body, Safety.RESERVED);
  }

  static boolean isPrint(Expr expr) {
    return expr.form() instanceof Expr.CallForm c
        && c.operator().size() == 1
        && "print".equals(Refs.root(c.operator()));
  }

  private Body body(Body body, Set<String> bound) {
    if (!Prints.in(body)) {
      return body;
    }
    return compilation.options.keepPrint() ? kept(body, bound) : erased(body, bound);
  }

  private Body erased(Body body, Set<String> bound) {
    List<Expr> exprs = new ArrayList<>();
    for (Expr expr : body.exprs()) {
      if (!isPrint(expr)) {
        exprs.add(new Rewriter(bound).expr(expr));
      }
    }
    if (exprs.isEmpty()) {
      exprs.add(Terms.truth(body.span()));
    }
    return new Body(exprs, body.span());
  }

  private Body kept(Body body, Set<String> bound) {
    List<Expr> exprs = new ArrayList<>();
    List<Set<String>> safeBefore = new ArrayList<>();
    Set<String> safe = new HashSet<>(bound);
    for (Expr expr : body.exprs()) {
      safeBefore.add(safe);
      exprs.add(new Rewriter(safe).expr(expr));
      safe = new HashSet<>(safe);
      safe.addAll(outputs.of(expr, safe));
    }
    for (int i = 0; i < exprs.size(); i++) {
      if (isPrint(exprs.get(i))) {
        exprs.set(i, captured(exprs.get(i), safeBefore.get(i)));
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

  private final class Rewriter extends ClosedBodies {
    Rewriter(Set<String> safe) {
      super(safe);
    }

    @Override
    Body closedBody(Body body, Set<String> bound) {
      return PrintCalls.this.body(body, bound);
    }

    @Override
    Set<String> outputs(Body body, Set<String> bound) {
      return outputs.of(body, bound);
    }
  }
}

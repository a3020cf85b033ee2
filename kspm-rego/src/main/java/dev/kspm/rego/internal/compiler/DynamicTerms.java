package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.internal.ast.With;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves references and comprehensions out of arguments, operands and composites, so that only
 * {@code =} and whole expressions hold them. They keep the expression's modifiers.
 */
final class DynamicTerms {
  private final Compilation compilation;

  DynamicTerms(Compilation compilation) {
    this.compilation = compilation;
  }

  Rule rule(Rule rule) {
    Body body = body(rule.body());
    Rule elseRule = rule.elseRule() == null ? null : rule(rule.elseRule());
    return TreeRewriter.rebuild(rule, rule.head(), body, elseRule);
  }

  Body body(Body body) {
    List<Expr> exprs = new ArrayList<>(body.exprs().size());
    body.exprs().forEach(expr -> expand(expr, exprs));
    return new Body(exprs, body.span());
  }

  private void expand(Expr expr, List<Expr> out) {
    Expr.Form form = expr.form();
    Hoist hoist = new Hoist(expr.withs(), out);
    if (form instanceof Expr.CallForm call) {
      boolean isEquality =
          call.args().size() == 2
              && call.operator().size() == 1
              && "eq".equals(Refs.root(call.operator()));
      List<Term> args = TreeRewriter.map(call.args(), isEquality ? hoist::inside : hoist::term);
      form = TreeRewriter.same(args, call.args()) ? call : new Expr.CallForm(call.operator(), args);
    } else if (form instanceof Expr.TermForm t) {
      form = new Expr.TermForm(hoist.inside(t.term()));
    } else {
      form = hoist.form(form);
    }
    out.add(TreeRewriter.rebuild(expr, form, expr.withs()));
  }

  private final class Hoist extends TreeRewriter {
    private final List<With> withs;
    private final List<Expr> out;

    Hoist(List<With> withs, List<Expr> out) {
      this.withs = withs;
      this.out = out;
    }

    @Override
    Body body(Body body) {
      return DynamicTerms.this.body(body);
    }

    /** A term that may itself stay a reference or comprehension. */
    Term inside(Term term) {
      return Terms.isComprehension(term) ? resultKept(term) : children(term);
    }

    @Override
    Term refHead(Ref ref) {
      return ref.head();
    }

    @Override
    Term term(Term term) {
      if (term instanceof Ref ref) {
        return named(children(ref));
      } else if (Terms.isComprehension(term)) {
        return named(resultKept(term));
      }
      return children(term);
    }

    /** A comprehension's result is flat already; only its body is rewritten. */
    private Term resultKept(Term term) {
      return super.comprehension(term);
    }

    private Var named(Term term) {
      Var name = compilation.names.nextVar(term.span());
      compilation.calls.put(name.name(), term);
      out.add(Terms.equality(name, term, term.span(), withs));
      return name;
    }
  }
}

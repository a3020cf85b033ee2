package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.ArrayComprehension;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Head;
import dev.kspm.rego.internal.ast.ObjectComprehension;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.SetComprehension;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.internal.ast.With;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves calls out of terms: {@code g(f(x))} becomes {@code f(x, y); g(y)}. References whose head is
 * no variable get one.
 */
final class ExprTerms {
  private final Compilation compilation;

  ExprTerms(Compilation compilation) {
    this.compilation = compilation;
  }

  Rule rule(Rule rule) {
    Head head = rule.head();
    List<Expr> support = new ArrayList<>();
    Hoist hoist = new Hoist(support);
    List<Term> args = head.args() == null ? null : TreeRewriter.map(head.args(), hoist::term);
    Term key = head.key() == null ? null : hoist.term(head.key());
    Term value = head.value() == null ? null : hoist.term(head.value());
    Head newHead = TreeRewriter.rebuild(head, head.ref(), args, key, value);
    Body body = body(Bodies.append(rule.body(), support));
    Rule elseRule = rule.elseRule() == null ? null : rule(rule.elseRule());
    return TreeRewriter.rebuild(rule, newHead, body, elseRule);
  }

  Body body(Body body) {
    List<Expr> exprs = new ArrayList<>(body.exprs().size());
    body.exprs().forEach(expr -> expand(expr, exprs));
    return unchanged(exprs, body.exprs()) ? body : new Body(exprs, body.span());
  }

  private static boolean unchanged(List<Expr> after, List<Expr> before) {
    if (after.size() != before.size()) {
      return false;
    }
    for (int i = 0; i < after.size(); i++) {
      if (!TreeRewriter.same(after.get(i), before.get(i))) {
        return false;
      }
    }
    return true;
  }

  private void expand(Expr expr, List<Expr> out) {
    List<With> withs =
        TreeRewriter.map(
            expr.withs(),
            w -> {
              Term value = new Hoist(out).term(w.value());
              return TreeRewriter.same(value, w.value())
                  ? w
                  : new With(w.target(), value, w.span());
            });
    List<Expr> support = new ArrayList<>();
    Expr.Form form = expr.form();
    if (form instanceof Expr.Every every) {
      Var domain = compilation.names.nextVar(every.domain().span());
      Expr equality = Terms.equality(domain, every.domain(), every.domain().span(), List.of());
      expand(equality, support);
      form = new Expr.Every(every.key(), every.value(), domain, body(every.body()), every.span());
    } else {
      form = new Hoist(support).form(form);
    }
    for (Expr s : support) {
      out.add(withs.isEmpty() ? s : s.withWiths(concat(s.withs(), withs)));
    }
    out.add(TreeRewriter.rebuild(expr, form, withs));
  }

  private static List<With> concat(List<With> first, List<With> second) {
    List<With> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /** Rewrites terms and keeps what must run before them. */
  private final class Hoist extends TreeRewriter {
    private final List<Expr> support;

    Hoist(List<Expr> support) {
      this.support = support;
    }

    @Override
    Body body(Body body) {
      return ExprTerms.this.body(body);
    }

    @Override
    Term term(Term term) {
      if (term instanceof Call call) {
        List<Term> args = new ArrayList<>(map(call.args(), this::term));
        Var output = compilation.names.nextVar(call.span());
        args.add(output);
        compilation.calls.put(output.name(), call);
        support.add(
            new Expr(
                new Expr.CallForm(call.operator(), args), false, true, List.of(), 0, call.span()));
        return output;
      } else if (term instanceof Ref ref) {
        return ref(ref);
      }
      return children(term);
    }

    private Term ref(Ref ref) {
      if (ref.head() instanceof Var) {
        return children(ref);
      }
      List<Term> parts = new ArrayList<>(map(ref.parts(), this::term));
      Term head = parts.get(0);
      if (!(head instanceof Var)) {
        Var subject = compilation.names.nextVar(ref.head().span());
        support.add(Terms.equality(subject, head, ref.head().span(), List.of()));
        parts.set(0, subject);
        compilation.calls.put(subject.name(), head);
      }
      return new Ref(parts, ref.span());
    }

    @Override
    Term comprehension(Term term) {
      List<Expr> inside = new ArrayList<>();
      Hoist hoist = new Hoist(inside);
      if (term instanceof ArrayComprehension c) {
        Term element = hoist.term(c.term());
        Body body = body(Bodies.append(c.body(), inside));
        return same(element, c.term()) && same(body, c.body())
            ? c
            : new ArrayComprehension(element, body, c.span());
      } else if (term instanceof SetComprehension c) {
        Term element = hoist.term(c.term());
        Body body = body(Bodies.append(c.body(), inside));
        return same(element, c.term()) && same(body, c.body())
            ? c
            : new SetComprehension(element, body, c.span());
      }
      ObjectComprehension c = (ObjectComprehension) term;
      Term key = hoist.term(c.key());
      Term value = hoist.term(c.value());
      Body body = body(Bodies.append(c.body(), inside));
      return same(key, c.key()) && same(value, c.value()) && same(body, c.body())
          ? c
          : new ObjectComprehension(key, value, body, c.span());
    }
  }
}

package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.ArrayComprehension;
import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.ObjectComprehension;
import dev.kspm.rego.internal.ast.ObjectTerm;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.SetComprehension;
import dev.kspm.rego.internal.ast.SetTerm;
import dev.kspm.rego.internal.ast.TemplatePart;
import dev.kspm.rego.internal.ast.TemplateString;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.With;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moves a whole tree to one place: OPA gives all of a chained head, and of the one expression of an
 * {@code else}, the place of the rule.
 */
final class Relocation {
  private final Span span;

  private Relocation(Span span) {
    this.span = span;
  }

  static Term of(Term term, Span span) {
    return new Relocation(span).term(term);
  }

  static Body of(Body body, Span span) {
    return new Relocation(span).body(body);
  }

  private Term term(Term term) {
    if (term instanceof Ref r) {
      return new Ref(terms(r.parts()), span);
    } else if (term instanceof Call c) {
      return new Call(operator(c.operator()), terms(c.args()), span);
    } else if (term instanceof ArrayTerm a) {
      return new ArrayTerm(terms(a.elements()), span);
    } else if (term instanceof SetTerm s) {
      return new SetTerm(terms(s.elements()), span);
    } else if (term instanceof ObjectTerm o) {
      return new ObjectTerm(
          o.members().stream()
              .map(m -> new ObjectTerm.Member(term(m.key()), term(m.value())))
              .toList(),
          span);
    } else if (term instanceof ArrayComprehension c) {
      return new ArrayComprehension(term(c.term()), body(c.body()), span);
    } else if (term instanceof SetComprehension c) {
      return new SetComprehension(term(c.term()), body(c.body()), span);
    } else if (term instanceof ObjectComprehension c) {
      return new ObjectComprehension(term(c.key()), term(c.value()), body(c.body()), span);
    } else if (term instanceof TemplateString t) {
      List<TemplatePart> parts = new ArrayList<>();
      for (TemplatePart part : t.parts()) {
        parts.add(part instanceof Expr e ? expr(e) : term((Term) part));
      }
      return new TemplateString(parts, t.multiLine(), span);
    }
    return Respan.of(term, span);
  }

  private Ref operator(Ref operator) {
    return new Ref(terms(operator.parts()), span);
  }

  private List<Term> terms(List<Term> terms) {
    return terms.stream().map(this::term).toList();
  }

  private Body body(Body body) {
    return new Body(body.exprs().stream().map(this::expr).toList(), span);
  }

  private Expr expr(Expr expr) {
    List<With> withs =
        expr.withs().stream().map(w -> new With(term(w.target()), term(w.value()), span)).toList();
    return new Expr(form(expr.form()), expr.negated(), expr.generated(), withs, expr.index(), span);
  }

  private Expr.Form form(Expr.Form form) {
    if (form instanceof Expr.TermForm t) {
      return new Expr.TermForm(term(t.term()));
    } else if (form instanceof Expr.CallForm c) {
      return new Expr.CallForm(operator(c.operator()), terms(c.args()));
    } else if (form instanceof Expr.SomeDeclaration s) {
      return new Expr.SomeDeclaration(terms(s.symbols()), span);
    } else if (form instanceof Expr.Every e) {
      return new Expr.Every(
          orNull(e.key()), term(e.value()), term(e.domain()), body(e.body()), span);
    } else if (form instanceof Expr.Negation n) {
      return new Expr.Negation(body(n.body()), n.explicitBody(), span);
    }
    Expr.Logical l = (Expr.Logical) form;
    return new Expr.Logical(
        l.isAnd(), body(l.left()), body(l.right()), l.explicitLeft(), l.explicitRight(), span);
  }

  private @Nullable Term orNull(@Nullable Term term) {
    return term == null ? null : term(term);
  }
}

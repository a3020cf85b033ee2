package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Head;
import dev.kspm.rego.internal.ast.ObjectTerm;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.SetTerm;
import dev.kspm.rego.internal.ast.TemplatePart;
import dev.kspm.rego.internal.ast.TemplateString;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.TermNames;
import dev.kspm.rego.internal.ast.Var;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Complains about what a default rule may not have: what is no constant, and patterns. */
final class DefaultRuleCheck {
  private final Cursor at;
  private final Span place;

  DefaultRuleCheck(Cursor at, Span place) {
    this.at = at;
    this.place = place;
  }

  void check(Head head, Term value) {
    int before = at.complaints().size();
    value(value);
    if (at.complaints().size() == before && head.args() != null) {
      arguments(head.args());
    }
  }

  private void arguments(List<Term> args) {
    Set<String> names = new HashSet<>();
    for (Term arg : args) {
      if (!(arg instanceof Var v)) {
        complain("arguments cannot contain " + TermNames.of(arg));
      } else if (!names.add(v.name())) {
        complain("arguments cannot be repeated " + v);
      }
    }
  }

  private void value(Term term) {
    if (term instanceof Var || term instanceof Ref || term instanceof Call) {
      complain("value cannot contain " + TermNames.of(term));
    } else if (term instanceof ArrayTerm array) {
      array.elements().forEach(this::value);
    } else if (term instanceof SetTerm set) {
      set.elements().forEach(this::value);
    } else if (term instanceof ObjectTerm object) {
      for (ObjectTerm.Member member : object.members()) {
        value(member.key());
        value(member.value());
      }
    } else if (term instanceof TemplateString template) {
      for (TemplatePart part : template.parts()) {
        part(part);
      }
    }
  }

  private void part(TemplatePart part) {
    if (!(part instanceof Expr expr)) {
      return;
    }
    if (expr.form() instanceof Expr.TermForm t) {
      value(t.term());
    } else if (expr.form() instanceof Expr.CallForm c) {
      value(c.operator());
      c.args().forEach(this::value);
    }
    expr.withs().forEach(with -> value(with.target()));
    expr.withs().forEach(with -> value(with.value()));
  }

  private void complain(String what) {
    at.error(place, "illegal default rule (" + what + ")");
  }
}

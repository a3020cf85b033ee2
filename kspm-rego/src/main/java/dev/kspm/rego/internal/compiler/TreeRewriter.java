package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.ArrayComprehension;
import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Head;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.ObjectComprehension;
import dev.kspm.rego.internal.ast.ObjectTerm;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.SetComprehension;
import dev.kspm.rego.internal.ast.SetTerm;
import dev.kspm.rego.internal.ast.TemplatePart;
import dev.kspm.rego.internal.ast.TemplateString;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.With;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds a tree from the outside in, reading order; a pass overrides what it changes. What stays
 * the same stays the same object.
 */
abstract class TreeRewriter {

  Module module(Module module) {
    List<Rule> rules = map(module.rules(), this::rule);
    return same(rules, module.rules()) ? module : module.withRules(rules);
  }

  Rule rule(Rule rule) {
    Head head = head(rule.head());
    Body body = body(rule.body());
    Rule elseRule = rule.elseRule() == null ? null : rule(rule.elseRule());
    return rebuild(rule, head, body, elseRule);
  }

  static Rule rebuild(Rule rule, Head head, Body body, @Nullable Rule elseRule) {
    return same(head, rule.head()) && same(body, rule.body()) && same(elseRule, rule.elseRule())
        ? rule
        : new Rule(rule.isDefault(), head, body, elseRule, rule.annotations(), rule.span());
  }

  Head head(Head head) {
    Ref ref = headRef(head.ref());
    List<Term> args = head.args() == null ? null : terms(head.args());
    Term key = head.key() == null ? null : term(head.key());
    Term value = head.value() == null ? null : term(head.value());
    return rebuild(head, ref, args, key, value);
  }

  static Head rebuild(
      Head head, Ref ref, @Nullable List<Term> args, @Nullable Term key, @Nullable Term value) {
    return same(ref, head.ref())
            && same(args, head.args())
            && same(key, head.key())
            && same(value, head.value())
        ? head
        : new Head(head.name(), ref, args, key, value, head.assign(), head.span());
  }

  /** The operands of a head's reference; its head is a name, no term. */
  Ref headRef(Ref ref) {
    return operands(ref, ref.head());
  }

  private Ref operands(Ref ref, Term head) {
    List<Term> parts = terms(ref.parts(), head);
    return same(parts, ref.parts()) ? ref : new Ref(parts, ref.span());
  }

  static Ref withOperands(Ref ref, Term head, List<Term> operands) {
    if (same(head, ref.head())) {
      boolean unchanged = true;
      for (int i = 1; i < ref.size() && unchanged; i++) {
        unchanged = same(operands.get(i - 1), ref.operand(i));
      }
      if (unchanged) {
        return ref;
      }
    }
    List<Term> parts = new ArrayList<>(operands.size() + 1);
    parts.add(head);
    parts.addAll(operands);
    return new Ref(parts, ref.span());
  }

  Body body(Body body) {
    List<Expr> changed = map(body.exprs(), this::expr);
    return same(changed, body.exprs()) ? body : new Body(changed, body.span());
  }

  Expr expr(Expr expr) {
    Expr.Form form = form(expr.form());
    return rebuild(
        expr, form, expr.withs().isEmpty() ? expr.withs() : map(expr.withs(), this::with));
  }

  static Expr rebuild(Expr expr, Expr.Form form, List<With> withs) {
    return same(form, expr.form()) && same(withs, expr.withs())
        ? expr
        : new Expr(form, expr.negated(), expr.generated(), withs, expr.index(), expr.span());
  }

  Expr.Form form(Expr.Form form) {
    if (form instanceof Expr.TermForm t) {
      Term term = term(t.term());
      return same(term, t.term()) ? t : new Expr.TermForm(term);
    } else if (form instanceof Expr.CallForm c) {
      Ref operator = operator(c.operator());
      List<Term> args = terms(c.args());
      return same(operator, c.operator()) && same(args, c.args())
          ? c
          : new Expr.CallForm(operator, args);
    } else if (form instanceof Expr.SomeDeclaration s) {
      List<Term> symbols = terms(s.symbols());
      return same(symbols, s.symbols()) ? s : new Expr.SomeDeclaration(symbols, s.span());
    } else if (form instanceof Expr.Every e) {
      Term domain = term(e.domain());
      Term key = e.key() == null ? null : term(e.key());
      Term value = term(e.value());
      Body body = body(e.body());
      return same(domain, e.domain())
              && same(key, e.key())
              && same(value, e.value())
              && same(body, e.body())
          ? e
          : new Expr.Every(key, value, domain, body, e.span());
    } else if (form instanceof Expr.Negation n) {
      Body body = body(n.body());
      return same(body, n.body()) ? n : new Expr.Negation(body, n.explicitBody(), n.span());
    } else if (form instanceof Expr.Logical l) {
      Body left = body(l.left());
      Body right = body(l.right());
      return same(left, l.left()) && same(right, l.right())
          ? l
          : new Expr.Logical(l.isAnd(), left, right, l.explicitLeft(), l.explicitRight(), l.span());
    }
    return form;
  }

  /** The name of what is called. */
  Ref operator(Ref operator) {
    return operator;
  }

  With with(With with) {
    Term target = withTarget(with.target());
    Term value = term(with.value());
    return same(target, with.target()) && same(value, with.value())
        ? with
        : new With(target, value, with.span());
  }

  Term withTarget(Term target) {
    return term(target);
  }

  /** A term with everything inside. */
  Term term(Term term) {
    return children(term);
  }

  /** The same term with its parts rewritten. */
  final Term children(Term term) {
    if (term instanceof Ref ref) {
      return operands(ref, refHead(ref));
    } else if (term instanceof Call call) {
      Ref operator = operator(call.operator());
      List<Term> args = terms(call.args());
      return same(operator, call.operator()) && same(args, call.args())
          ? call
          : new Call(operator, args, call.span());
    } else if (term instanceof ArrayTerm array) {
      List<Term> elements = terms(array.elements());
      return same(elements, array.elements()) ? array : new ArrayTerm(elements, array.span());
    } else if (term instanceof SetTerm set) {
      List<Term> elements = terms(set.elements());
      return same(elements, set.elements())
          ? set
          : SortedTerms.sorted(new SetTerm(elements, set.span()));
    } else if (term instanceof ObjectTerm object) {
      return object(object);
    } else if (Terms.isComprehension(term)) {
      return comprehension(term);
    } else if (term instanceof TemplateString template) {
      List<TemplatePart> parts = map(template.parts(), this::part);
      return same(parts, template.parts())
          ? template
          : new TemplateString(parts, template.multiLine(), template.span());
    }
    return term;
  }

  /** The head of a reference, when it is read as a term. */
  Term refHead(Ref ref) {
    return term(ref.head());
  }

  private TemplatePart part(TemplatePart part) {
    if (part instanceof Expr expr) {
      return expr(expr);
    }
    return part instanceof Scalar s ? s : term((Term) part);
  }

  private Term object(ObjectTerm object) {
    List<ObjectTerm.Member> members =
        map(
            object.members(),
            m -> {
              Term key = term(m.key());
              Term value = term(m.value());
              return same(key, m.key()) && same(value, m.value())
                  ? m
                  : new ObjectTerm.Member(key, value);
            });
    return same(members, object.members())
        ? object
        : SortedTerms.sorted(new ObjectTerm(members, object.span()));
  }

  Term comprehension(Term term) {
    if (term instanceof ArrayComprehension c) {
      Term element = term(c.term());
      Body body = body(c.body());
      return same(element, c.term()) && same(body, c.body())
          ? c
          : new ArrayComprehension(element, body, c.span());
    } else if (term instanceof SetComprehension c) {
      Term element = term(c.term());
      Body body = body(c.body());
      return same(element, c.term()) && same(body, c.body())
          ? c
          : new SetComprehension(element, body, c.span());
    }
    ObjectComprehension c = (ObjectComprehension) term;
    Term key = term(c.key());
    Term value = term(c.value());
    Body body = body(c.body());
    return same(key, c.key()) && same(value, c.value()) && same(body, c.body())
        ? c
        : new ObjectComprehension(key, value, body, c.span());
  }

  private List<Term> terms(List<Term> terms) {
    return terms(terms, null);
  }

  /**
   * The terms rewritten; the same list when nothing changed. Without a function object, since most
   * of a pass's time would go into making these.
   *
   * @param first what the first one was rewritten to already, if it was
   */
  private List<Term> terms(List<Term> terms, @Nullable Term first) {
    List<Term> changed = null;
    for (int i = 0; i < terms.size(); i++) {
      Term before = terms.get(i);
      Term after = i == 0 && first != null ? first : term(before);
      if (changed == null && !same(after, before)) {
        changed = new ArrayList<>(terms.subList(0, i));
      }
      if (changed != null) {
        changed.add(after);
      }
    }
    return changed == null ? terms : changed;
  }

  /** The list with each member rewritten; the same list when nothing changed. */
  static <T> List<T> map(List<T> list, UnaryOperator<T> change) {
    List<T> changed = null;
    for (int i = 0; i < list.size(); i++) {
      T before = list.get(i);
      T after = change.apply(before);
      if (changed == null && !same(after, before)) {
        changed = new ArrayList<>(list.size());
        changed.addAll(list.subList(0, i));
      }
      if (changed != null) {
        changed.add(after);
      }
    }
    return changed == null ? list : changed;
  }

  @SuppressWarnings("ReferenceEquality") // asks whether anything was rewritten
  static boolean same(@Nullable Object a, @Nullable Object b) {
    return a == b;
  }
}

package dev.kspm.rego.internal.plan;

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
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.internal.ast.With;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Walks through terms and answers questions about the variables in them. */
final class TermVisitor {
  private TermVisitor() {}

  /**
   * Whether a term can be evaluated as it stands: every variable outside the bodies of its
   * comprehensions satisfies the test.
   */
  static boolean allBound(Term term, Predicate<String> bound) {
    if (term instanceof Var v) {
      return isDocument(v.name()) || bound.test(v.name());
    } else if (term instanceof Ref ref) {
      return allBound(ref.parts(), bound);
    } else if (term instanceof ArrayTerm array) {
      return allBound(array.elements(), bound);
    } else if (term instanceof SetTerm set) {
      return allBound(set.elements(), bound);
    } else if (term instanceof ObjectTerm object) {
      return object.members().stream()
          .allMatch(m -> allBound(m.key(), bound) && allBound(m.value(), bound));
    } else if (term instanceof Call call) {
      return allBound(call.args(), bound);
    }
    return true;
  }

  private static boolean allBound(List<Term> terms, Predicate<String> bound) {
    for (Term term : terms) {
      if (!allBound(term, bound)) {
        return false;
      }
    }
    return true;
  }

  static boolean isDocument(String name) {
    return name.equals("data") || name.equals("input");
  }

  /** Visits every term of a term, the bodies of comprehensions included. */
  static void visit(Term term, Consumer<Term> visitor) {
    visit(term, visitor, expr -> {});
  }

  /** Visits every term and every expression of a term, the bodies of comprehensions included. */
  public static void visit(Term term, Consumer<Term> visitor, Consumer<Expr> exprs) {
    visitor.accept(term);
    if (term instanceof Ref ref) {
      ref.parts().forEach(t -> visit(t, visitor, exprs));
    } else if (term instanceof ArrayTerm array) {
      array.elements().forEach(t -> visit(t, visitor, exprs));
    } else if (term instanceof SetTerm set) {
      set.elements().forEach(t -> visit(t, visitor, exprs));
    } else if (term instanceof ObjectTerm object) {
      object
          .members()
          .forEach(
              m -> {
                visit(m.key(), visitor, exprs);
                visit(m.value(), visitor, exprs);
              });
    } else if (term instanceof Call call) {
      visit(call.operator(), visitor, exprs);
      call.args().forEach(t -> visit(t, visitor, exprs));
    } else if (term instanceof ArrayComprehension c) {
      visit(c.term(), visitor, exprs);
      visit(c.body(), visitor, exprs);
    } else if (term instanceof SetComprehension c) {
      visit(c.term(), visitor, exprs);
      visit(c.body(), visitor, exprs);
    } else if (term instanceof ObjectComprehension c) {
      visit(c.key(), visitor, exprs);
      visit(c.value(), visitor, exprs);
      visit(c.body(), visitor, exprs);
    } else if (term instanceof TemplateString template) {
      for (TemplatePart part : template.parts()) {
        if (part instanceof Term t) {
          visit(t, visitor, exprs);
        } else if (part instanceof Expr e) {
          visit(e, visitor, exprs);
        }
      }
    }
  }

  /** Visits every term and every expression of a body. */
  static void visit(Body body, Consumer<Term> visitor, Consumer<Expr> exprs) {
    body.exprs().forEach(expr -> visit(expr, visitor, exprs));
  }

  private static void visit(Expr expr, Consumer<Term> visitor, Consumer<Expr> exprs) {
    exprs.accept(expr);
    if (expr.form() instanceof Expr.TermForm t) {
      visit(t.term(), visitor, exprs);
    } else if (expr.form() instanceof Expr.CallForm c) {
      visit(c.operator(), visitor, exprs);
      c.args().forEach(t -> visit(t, visitor, exprs));
    } else if (expr.form() instanceof Expr.SomeDeclaration s) {
      s.symbols().forEach(t -> visit(t, visitor, exprs));
    } else if (expr.form() instanceof Expr.Every e) {
      if (e.key() != null) {
        visit(e.key(), visitor, exprs);
      }
      visit(e.value(), visitor, exprs);
      visit(e.domain(), visitor, exprs);
      visit(e.body(), visitor, exprs);
    } else if (expr.form() instanceof Expr.Negation n) {
      visit(n.body(), visitor, exprs);
    } else if (expr.form() instanceof Expr.Logical l) {
      visit(l.left(), visitor, exprs);
      visit(l.right(), visitor, exprs);
    }
    for (With with : expr.withs()) {
      visit(with.target(), visitor, exprs);
      visit(with.value(), visitor, exprs);
    }
  }

  /** Visits every term and expression of a rule's head and body, not of its {@code else} chain. */
  static void visit(
      dev.kspm.rego.internal.ast.Rule rule, Consumer<Term> visitor, Consumer<Expr> exprs) {
    visit(rule.head().ref(), visitor);
    List<Term> args = rule.head().args();
    if (args != null) {
      args.forEach(t -> visit(t, visitor));
    }
    if (rule.head().key() != null) {
      visit(rule.head().key(), visitor);
    }
    if (rule.head().value() != null) {
      visit(rule.head().value(), visitor);
    }
    visit(rule.body(), visitor, exprs);
  }
}

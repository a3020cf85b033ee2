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
import dev.kspm.rego.internal.ast.SetComprehension;
import dev.kspm.rego.internal.ast.SetTerm;
import dev.kspm.rego.internal.ast.TemplatePart;
import dev.kspm.rego.internal.ast.TemplateString;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.With;
import java.util.List;
import java.util.function.Consumer;

/** Looks at a tree in reading order; a pass overrides what it looks at or passes by. */
public abstract class TreeWalker {
  TreeWalker() {}

  /** Shows every term of a term and every expression in it, those of closures included. */
  public static void visit(Term term, Consumer<Term> terms, Consumer<Expr> exprs) {
    showing(terms, exprs).term(term);
  }

  /** Shows an expression with every term and expression in it, those of closures included. */
  public static void visit(Expr expr, Consumer<Term> terms, Consumer<Expr> exprs) {
    showing(terms, exprs).expr(expr);
  }

  private static TreeWalker showing(Consumer<Term> terms, Consumer<Expr> exprs) {
    return new TreeWalker() {
      @Override
      void term(Term part) {
        terms.accept(part);
        children(part);
      }

      @Override
      void expr(Expr expr) {
        exprs.accept(expr);
        super.expr(expr);
      }
    };
  }

  /** Shows every rule of a module, {@code else} included, and every expression. */
  public static void visit(Module module, Consumer<Rule> rules, Consumer<Expr> exprs) {
    new TreeWalker() {
      @Override
      void rule(Rule rule) {
        rules.accept(rule);
        super.rule(rule);
      }

      @Override
      void expr(Expr expr) {
        exprs.accept(expr);
        super.expr(expr);
      }
    }.module(module);
  }

  void module(Module module) {
    for (Rule rule : module.rules()) {
      rule(rule);
    }
  }

  void rule(Rule rule) {
    head(rule.head());
    body(rule.body());
    if (rule.elseRule() != null) {
      rule(rule.elseRule());
    }
  }

  void head(Head head) {
    for (int i = 1; i < head.ref().size(); i++) {
      term(head.ref().operand(i));
    }
    if (head.args() != null) {
      terms(head.args());
    }
    if (head.key() != null) {
      term(head.key());
    }
    if (head.value() != null) {
      term(head.value());
    }
  }

  void body(Body body) {
    for (Expr expr : body.exprs()) {
      expr(expr);
    }
  }

  void expr(Expr expr) {
    form(expr.form());
    for (With with : expr.withs()) {
      with(with);
    }
  }

  void form(Expr.Form form) {
    if (form instanceof Expr.TermForm t) {
      term(t.term());
    } else if (form instanceof Expr.CallForm c) {
      operator(c.operator());
      terms(c.args());
    } else if (form instanceof Expr.SomeDeclaration s) {
      terms(s.symbols());
    } else if (form instanceof Expr.Every e) {
      every(e);
    } else if (form instanceof Expr.Negation n) {
      closure(n.body());
    } else if (form instanceof Expr.Logical l) {
      closure(l.left());
      closure(l.right());
    }
  }

  void every(Expr.Every every) {
    term(every.domain());
    if (every.key() != null) {
      term(every.key());
    }
    term(every.value());
    closure(every.body());
  }

  /** The body of a comprehension, of {@code every}, of a negation or an operand. */
  void closure(Body body) {
    body(body);
  }

  /** The name of what is called. */
  void operator(Ref operator) {}

  void with(With with) {
    withTarget(with.target());
    term(with.value());
  }

  void withTarget(Term target) {
    term(target);
  }

  void term(Term term) {
    children(term);
  }

  final void children(Term term) {
    if (term instanceof Ref ref) {
      refHead(ref);
      for (int i = 1; i < ref.size(); i++) {
        term(ref.operand(i));
      }
    } else if (term instanceof Call call) {
      operator(call.operator());
      terms(call.args());
    } else if (term instanceof ArrayTerm array) {
      terms(array.elements());
    } else if (term instanceof SetTerm set) {
      set(set);
    } else if (term instanceof ObjectTerm object) {
      for (ObjectTerm.Member member : object.members()) {
        key(member.key());
        term(member.value());
      }
    } else if (Terms.isComprehension(term)) {
      comprehension(term);
    } else if (term instanceof TemplateString template) {
      template(template);
    }
  }

  void template(TemplateString template) {
    for (TemplatePart part : template.parts()) {
      part(part);
    }
  }

  private void terms(List<Term> terms) {
    for (Term term : terms) {
      term(term);
    }
  }

  void refHead(Ref ref) {
    term(ref.head());
  }

  void key(Term key) {
    term(key);
  }

  void set(SetTerm set) {
    terms(set.elements());
  }

  void comprehension(Term term) {
    if (term instanceof ArrayComprehension c) {
      term(c.term());
      closure(c.body());
    } else if (term instanceof SetComprehension c) {
      term(c.term());
      closure(c.body());
    } else if (term instanceof ObjectComprehension c) {
      term(c.key());
      term(c.value());
      closure(c.body());
    }
  }

  private void part(TemplatePart part) {
    if (part instanceof Expr expr) {
      expr(expr);
    } else {
      term((Term) part);
    }
  }
}

package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Head;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.SetComprehension;
import dev.kspm.rego.internal.ast.SetTerm;
import dev.kspm.rego.internal.ast.TemplatePart;
import dev.kspm.rego.internal.ast.TemplateString;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.StringValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns template strings into calls of {@code internal.template_string}, with a set comprehension
 * for each expression, so that an undefined one leaves the others alone. An expression may not
 * iterate: its variables must be bound where the template stands.
 */
final class TemplateStrings {
  private final Compilation compilation;
  private final Arities arities;
  private final OutputVariables outputs;

  TemplateStrings(Compilation compilation, Arities arities) {
    this.compilation = compilation;
    this.arities = arities;
    this.outputs = new OutputVariables(arities);
  }

  Rule rule(Rule rule) {
    return Templates.in(rule) ? rewrite(rule) : rule;
  }

  private Rule rewrite(Rule rule) {
    Set<String> bound = new HashSet<>(Safety.RESERVED);
    if (rule.head().args() != null) {
      rule.head().args().forEach(arg -> bound.addAll(Variables.all(arg)));
    }
    Rewriter inHead = new Rewriter(union(bound, outputs.of(rule.body(), bound)));
    Head head = inHead.head(rule.head());
    Body body = body(rule.body(), bound);
    Rule elseRule = rule.elseRule() == null ? null : rewrite(rule.elseRule());
    return TreeRewriter.rebuild(rule, head, body, elseRule);
  }

  Body query(Body body) {
    return body(body, Safety.RESERVED);
  }

  private Body body(Body body, Set<String> bound) {
    if (!Templates.in(body)) {
      return body;
    }
    Set<String> safe = new HashSet<>(bound);
    List<Expr> exprs = new ArrayList<>(body.exprs().size());
    for (Expr expr : body.exprs()) {
      exprs.add(new Rewriter(safe).expr(expr));
      safe = union(safe, outputs.of(expr, safe));
    }
    return new Body(exprs, body.span());
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> all = new HashSet<>(a);
    all.addAll(b);
    return all;
  }

  /** Looks for template strings, so that bodies without any are left alone. */
  private static final class Templates extends TreeWalker {
    private boolean found;

    static boolean in(Rule rule) {
      Templates t = new Templates();
      t.rule(rule);
      return t.found;
    }

    static boolean in(Body body) {
      Templates t = new Templates();
      t.body(body);
      return t.found;
    }

    @Override
    void term(Term term) {
      if (term instanceof TemplateString) {
        found = true;
      } else if (!found) {
        children(term);
      }
    }
  }

  private final class Rewriter extends ClosedBodies {
    Rewriter(Set<String> safe) {
      super(safe);
    }

    @Override
    Body closedBody(Body body, Set<String> bound) {
      return TemplateStrings.this.body(body, bound);
    }

    @Override
    Set<String> outputs(Body body, Set<String> bound) {
      return outputs.of(body, bound);
    }

    @Override
    Term term(Term term) {
      return term instanceof TemplateString template ? template(template) : super.term(term);
    }

    private Term template(TemplateString template) {
      List<@Nullable Var> elements = new ArrayList<>();
      List<Expr> exprs = new ArrayList<>();
      for (TemplatePart part : template.parts()) {
        Expr expr = part instanceof Expr e ? e : termExpr((Term) part);
        exprs.add(expr);
        elements.add(isPlain(expr) ? null : compilation.names.nextVar(expr.span()));
      }
      List<Term> parts = new ArrayList<>();
      for (int i = 0; i < exprs.size(); i++) {
        parts.add(part(exprs.get(i), elements.get(i)));
      }
      Span span = template.span();
      if (parts.isEmpty()) {
        parts.add(new Scalar(StringValue.of(""), span));
      }
      return new Call(
          Refs.internal("template_string", span), List.of(new ArrayTerm(parts, span)), span);
    }

    /** Constants, and variables that are bound anyway, stand for themselves. */
    private static boolean isPlain(Expr expr) {
      return expr.form() instanceof Expr.TermForm t
          && (t.term() instanceof Scalar || t.term() instanceof Var v && !v.isWildcard());
    }

    private Term part(Expr expr, @Nullable Var element) {
      if (element == null) {
        Term term = asTerm(expr);
        return term instanceof Var ? new SetTerm(List.of(term), term.span()) : term;
      }
      report(expr);
      Expr inner = expr(expr);
      // As OPA has it: what is called is nowhere, and so is the place of its errors.
      Span place = inner.form() instanceof Expr.TermForm t ? t.term().span() : Span.NONE;
      Expr capture = Terms.equality(element, asTerm(inner), place, inner.withs());
      return new SetComprehension(element, new Body(List.of(capture), place), place);
    }

    private void report(Expr expr) {
      compilation.undeclared(
          Variables.forSafety(expr),
          safe(),
          expr.form() instanceof Expr.TermForm t ? t.term().span() : Span.NONE);
      if (expr.form() instanceof Expr.CallForm call) {
        BuiltinDescriptor builtin = compilation.builtin(call.operator());
        if (builtin == null && arities.of(call.operator()) < 0) {
          compilation.error(
              Codes.TYPE,
              Span.NONE,
              "undefined function " + new RewrittenText(compilation).text(call.operator()));
        } else if (builtin != null && builtin.relation()) {
          compilation.error(
              Codes.COMPILE,
              Span.NONE,
              "illegal call to relation built-in '"
                  + builtin.name()
                  + "' that may cause multiple outputs");
        }
      }
    }

    private Expr termExpr(Term term) {
      return new Expr(new Expr.TermForm(term), false, true, List.of(), 0, term.span());
    }

    private Term asTerm(Expr expr) {
      if (expr.form() instanceof Expr.CallForm call) {
        return new Call(call.operator(), call.args(), Span.NONE);
      }
      return ((Expr.TermForm) expr.form()).term();
    }
  }
}

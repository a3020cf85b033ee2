package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replaces {@code rego.metadata.chain()} and {@code rego.metadata.rule()} by what they give. */
final class MetadataCalls {
  private static final String CHAIN = "rego.metadata.chain";
  private static final String RULE = "rego.metadata.rule";

  private final Compilation compilation;
  private final AnnotationSet annotations;

  MetadataCalls(Compilation compilation, AnnotationSet annotations) {
    this.compilation = compilation;
    this.annotations = annotations;
  }

  Module module(Module module) {
    Ref path = module.packageDeclaration().path();
    List<Rule> rules = TreeRewriter.map(module.rules(), rule -> rule(path, rule));
    return TreeRewriter.same(rules, module.rules()) ? module : module.withRules(rules);
  }

  private Rule rule(Ref path, Rule rule) {
    Calls calls = new Calls();
    calls.head(rule.head());
    calls.body(rule.body());
    Body body = rule.body();
    if (calls.chain || calls.rule) {
      List<Expr> exprs = new ArrayList<>();
      Span span = rule.body().span();
      Var chain = calls.chain ? compilation.names.nextVar(span) : null;
      Var self = calls.rule ? compilation.names.nextVar(span) : null;
      if (chain != null) {
        exprs.add(constant(chain, annotations.chain(path, rule)));
      }
      if (self != null) {
        exprs.add(constant(self, AnnotationSet.ofRule(rule)));
      }
      Replacing replacing = new Replacing(chain, self);
      exprs.addAll(replacing.body(rule.body()).exprs());
      body = new Body(exprs, span);
      rule = TreeRewriter.rebuild(rule, replacing.head(rule.head()), rule.body(), rule.elseRule());
    }
    Rule elseRule = rule.elseRule() == null ? null : rule(path, rule.elseRule());
    return TreeRewriter.rebuild(rule, rule.head(), body, elseRule);
  }

  private static Expr constant(Var name, Value value) {
    return Terms.equality(name, new Scalar(value, name.span()), name.span(), List.of());
  }

  private static final class Calls extends TreeWalker {
    private boolean chain;
    private boolean rule;

    @Override
    void operator(Ref operator) {
      String name = operator.size() == 3 ? operator.toString() : "";
      chain |= name.equals(CHAIN);
      rule |= name.equals(RULE);
    }
  }

  private static final class Replacing extends TreeRewriter {
    private final @Nullable Var chain;
    private final @Nullable Var rule;

    Replacing(@Nullable Var chain, @Nullable Var rule) {
      this.chain = chain;
      this.rule = rule;
    }

    @Override
    Expr expr(Expr expr) {
      if (expr.form() instanceof Expr.CallForm call && call.operator().size() == 3) {
        String name = call.operator().toString();
        Var value = name.equals(CHAIN) ? chain : name.equals(RULE) ? rule : null;
        if (value != null) {
          List<Term> args = call.args();
          Expr.Form form =
              args.isEmpty()
                  ? new Expr.TermForm(value)
                  : new Expr.CallForm(Refs.of("eq", expr.span()), List.of(args.get(0), value));
          return new Expr(
              form, expr.negated(), expr.generated(), List.of(), expr.index(), expr.span());
        }
      }
      return super.expr(expr);
    }
  }
}

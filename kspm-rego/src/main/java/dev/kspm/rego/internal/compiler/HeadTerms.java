package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Head;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import java.util.ArrayList;
import java.util.List;

/** Makes parameters, key and value of heads flat, by variables that the body binds. */
final class HeadTerms {
  private final Compilation compilation;

  HeadTerms(Compilation compilation) {
    this.compilation = compilation;
  }

  Rule rule(Rule rule) {
    Head head = rule.head();
    List<Expr> more = new ArrayList<>();
    Term key = head.key() == null ? null : flat(head.key(), more);
    Term value = head.value() == null ? null : flat(head.value(), more);
    List<Term> args =
        head.args() == null ? null : TreeRewriter.map(head.args(), t -> flat(t, more));
    Rule elseRule = rule.elseRule() == null ? null : rule(rule.elseRule());
    return TreeRewriter.rebuild(
        rule,
        TreeRewriter.rebuild(head, head.ref(), args, key, value),
        Bodies.append(rule.body(), more),
        elseRule);
  }

  private Term flat(Term term, List<Expr> more) {
    if (!Terms.needsEvaluation(term)) {
      return term;
    }
    Var name = compilation.names.nextVar(term.span());
    more.add(Terms.equality(name, term, term.span(), List.of()));
    return name;
  }
}

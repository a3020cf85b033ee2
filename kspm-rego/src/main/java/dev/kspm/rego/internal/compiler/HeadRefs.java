package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Head;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import java.util.ArrayList;
import java.util.List;

/** Makes each operand of a head's reference a constant or a variable. */
final class HeadRefs {
  private final Compilation compilation;

  HeadRefs(Compilation compilation) {
    this.compilation = compilation;
  }

  Rule rule(Rule rule) {
    Head head = withKeyInRef(rule.head());
    List<Expr> more = new ArrayList<>();
    Ref ref =
        TreeRewriter.withOperands(
            head.ref(),
            head.ref().head(),
            TreeRewriter.map(
                head.ref().parts().subList(1, head.ref().size()), t -> operand(t, more)));
    Rule elseRule = rule.elseRule() == null ? null : rule(rule.elseRule());
    return TreeRewriter.rebuild(
        rule,
        TreeRewriter.rebuild(head, ref, head.args(), head.key(), head.value()),
        Bodies.append(rule.body(), more),
        elseRule);
  }

  /** The key of a rule with a value is the last operand of its reference, and is said once. */
  private static Head withKeyInRef(Head head) {
    return head.key() == null || head.value() == null
        ? head
        : new Head(
            head.name(),
            head.ref().size() > 1 ? head.ref() : Refs.append(head.ref(), head.key()),
            head.args(),
            null,
            head.value(),
            head.assign(),
            head.span());
  }

  private Term operand(Term term, List<Expr> more) {
    if (term instanceof Scalar || term instanceof Var) {
      return term;
    }
    Var name = compilation.names.nextVar(term.span());
    more.add(Terms.equality(name, term, term.span(), List.of()));
    return name;
  }
}

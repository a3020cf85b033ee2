package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.ArrayComprehension;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.ObjectComprehension;
import dev.kspm.rego.internal.ast.SetComprehension;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the results of comprehensions flat: {@code [input.x | …]} becomes {@code [y | …; y =
 * input.x]}.
 */
final class ComprehensionTerms extends TreeRewriter {
  private final Compilation compilation;

  ComprehensionTerms(Compilation compilation) {
    this.compilation = compilation;
  }

  @Override
  Term comprehension(Term term) {
    List<Expr> more = new ArrayList<>();
    Term rewritten;
    if (term instanceof ArrayComprehension c) {
      Term element = flat(c.term(), more);
      rewritten =
          more.isEmpty() ? c : new ArrayComprehension(element, append(c.body(), more), c.span());
    } else if (term instanceof SetComprehension c) {
      Term element = flat(c.term(), more);
      rewritten =
          more.isEmpty() ? c : new SetComprehension(element, append(c.body(), more), c.span());
    } else {
      ObjectComprehension c = (ObjectComprehension) term;
      Term key = flat(c.key(), more);
      Term value = flat(c.value(), more);
      rewritten =
          more.isEmpty()
              ? c
              : new ObjectComprehension(key, value, append(c.body(), more), c.span());
    }
    return super.comprehension(rewritten);
  }

  private static Body append(Body body, List<Expr> more) {
    return Bodies.append(body, more);
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

package dev.kspm.rego.internal.plan;

import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.ObjectTerm;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.SetTerm;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.internal.compiler.TreeWalker;
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
    TreeWalker.visit(term, visitor, expr -> {});
  }

  /** Visits every term and every expression of a term, the bodies of comprehensions included. */
  static void visit(Term term, Consumer<Term> visitor, Consumer<Expr> exprs) {
    TreeWalker.visit(term, visitor, exprs);
  }
}

package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;

/** Moves small terms to another place. */
final class Places {
  private Places() {}

  /** The same constant, variable or reference at another place. */
  static Term at(Term term, Span span) {
    if (term instanceof Var v) {
      return new Var(v.name(), span);
    } else if (term instanceof Scalar s) {
      return new Scalar(s.value(), span);
    } else if (term instanceof Ref ref) {
      return new Ref(ref.parts(), span);
    }
    return term;
  }
}

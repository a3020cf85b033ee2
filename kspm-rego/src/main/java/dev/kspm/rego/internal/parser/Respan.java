package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.ArrayComprehension;
import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.ObjectComprehension;
import dev.kspm.rego.internal.ast.ObjectTerm;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.SetComprehension;
import dev.kspm.rego.internal.ast.SetTerm;
import dev.kspm.rego.internal.ast.TemplateString;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import java.util.List;

/** The same term at another place. */
final class Respan {
  private Respan() {}

  static Term of(Term term, Span span) {
    if (term instanceof Var v) {
      return new Var(v.name(), span);
    } else if (term instanceof Scalar s) {
      return new Scalar(s.value(), span);
    } else if (term instanceof Ref r) {
      boolean isRoot = r.size() == 1 && r.head() instanceof Var;
      return new Ref(isRoot ? List.of(of(r.head(), span)) : r.parts(), span);
    } else if (term instanceof Call c) {
      return new Call(c.operator(), c.args(), span);
    } else if (term instanceof ArrayTerm a) {
      return new ArrayTerm(a.elements(), span);
    } else if (term instanceof SetTerm s) {
      return new SetTerm(s.elements(), span);
    } else if (term instanceof ObjectTerm o) {
      return new ObjectTerm(o.members(), span);
    } else if (term instanceof ArrayComprehension c) {
      return new ArrayComprehension(c.term(), c.body(), span);
    } else if (term instanceof SetComprehension c) {
      return new SetComprehension(c.term(), c.body(), span);
    } else if (term instanceof ObjectComprehension c) {
      return new ObjectComprehension(c.key(), c.value(), c.body(), span);
    }
    TemplateString t = (TemplateString) term;
    return new TemplateString(t.parts(), t.multiLine(), span);
  }
}

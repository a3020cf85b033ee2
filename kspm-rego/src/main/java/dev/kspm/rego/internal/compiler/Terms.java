package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.ArrayComprehension;
import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.ObjectComprehension;
import dev.kspm.rego.internal.ast.ObjectTerm;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.SetComprehension;
import dev.kspm.rego.internal.ast.SetTerm;
import dev.kspm.rego.internal.ast.TemplateString;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.internal.ast.With;
import java.util.List;

/** Questions about terms, and the expressions that passes make. */
final class Terms {
  private Terms() {}

  static boolean isComprehension(Term term) {
    return term instanceof ArrayComprehension
        || term instanceof SetComprehension
        || term instanceof ObjectComprehension;
  }

  /** Whether it is a constant: scalars, and composites of scalars. */
  static boolean isGround(Term term) {
    if (term instanceof Scalar) {
      return true;
    } else if (term instanceof ArrayTerm array) {
      return array.elements().stream().allMatch(Terms::isGround);
    } else if (term instanceof SetTerm set) {
      return set.elements().stream().allMatch(Terms::isGround);
    } else if (term instanceof ObjectTerm object) {
      return object.members().stream().allMatch(m -> isGround(m.key()) && isGround(m.value()));
    }
    return false;
  }

  /** Whether it is, or holds, something that must be evaluated before it is a value. */
  static boolean needsEvaluation(Term term) {
    if (term instanceof Ref
        || term instanceof Call
        || term instanceof TemplateString
        || isComprehension(term)) {
      return true;
    } else if (term instanceof ArrayTerm array) {
      return array.elements().stream().anyMatch(Terms::needsEvaluation);
    } else if (term instanceof SetTerm set) {
      return set.elements().stream().anyMatch(Terms::needsEvaluation);
    } else if (term instanceof ObjectTerm object) {
      return object.members().stream()
          .anyMatch(m -> needsEvaluation(m.key()) || needsEvaluation(m.value()));
    }
    return false;
  }

  /** OPA's name for the kind of a term. */
  static String kind(Term term) {
    if (term instanceof Var) {
      return "var";
    } else if (term instanceof Scalar s) {
      return s.value().type().regoName();
    } else if (term instanceof Ref) {
      return "ref";
    } else if (term instanceof Call) {
      return "call";
    } else if (term instanceof ArrayTerm) {
      return "array";
    } else if (term instanceof ObjectTerm) {
      return "object";
    } else if (term instanceof SetTerm) {
      return "set";
    } else if (term instanceof ArrayComprehension) {
      return "arraycomprehension";
    } else if (term instanceof SetComprehension) {
      return "setcomprehension";
    } else if (term instanceof ObjectComprehension) {
      return "objectcomprehension";
    }
    return "templatestring";
  }

  /** {@code left = right}, made by a pass. */
  static Expr equality(Term left, Term right, Span span, List<With> withs) {
    return new Expr(
        new Expr.CallForm(Refs.of("eq", span), List.of(left, right)), false, true, withs, 0, span);
  }
}

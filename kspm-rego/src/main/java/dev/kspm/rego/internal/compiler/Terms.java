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
import dev.kspm.rego.internal.ast.With;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Questions about terms, and the expressions that passes make. */
public final class Terms {
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

  /** The value of a constant, {@code null} for what is none. */
  public static @Nullable Value constant(Term term) {
    if (term instanceof Scalar s) {
      return s.value();
    } else if (!isGround(term)) {
      return null;
    } else if (term instanceof ArrayTerm array) {
      ArrayValue.Builder value = ArrayValue.builder();
      array.elements().forEach(e -> value.add(Objects.requireNonNull(constant(e))));
      return value.build();
    } else if (term instanceof SetTerm set) {
      SetValue.Builder value = SetValue.builder();
      set.elements().forEach(e -> value.add(Objects.requireNonNull(constant(e))));
      return value.build();
    }
    ObjectValue.Builder value = ObjectValue.builder();
    for (ObjectTerm.Member m : ((ObjectTerm) term).members()) {
      value.put(
          Objects.requireNonNull(constant(m.key())), Objects.requireNonNull(constant(m.value())));
    }
    return value.build();
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

  /** {@code true}, for a body of which nothing is left. */
  static Expr truth(Span span) {
    return new Expr(
        new Expr.TermForm(new Scalar(BooleanValue.TRUE, span)), false, true, List.of(), 0, span);
  }

  /** {@code left = right}, made by a pass. */
  static Expr equality(Term left, Term right, Span span, List<With> withs) {
    return new Expr(
        new Expr.CallForm(Refs.of("eq", span), List.of(left, right)), false, true, withs, 0, span);
  }
}

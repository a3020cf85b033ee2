package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One expression of a body.
 *
 * @param form what it is
 * @param negated {@code not} before it (the keyword of {@code future.keywords.not} is a {@link
 *     Negation} instead)
 * @param generated made by the parser or compiler, not written
 * @param withs its modifiers in order
 * @param index its position in the body it was written in
 */
public record Expr(
    Form form, boolean negated, boolean generated, List<With> withs, int index, Span span)
    implements TemplatePart {
  public Expr {
    withs = List.copyOf(withs);
  }

  /** The kinds of expressions. */
  public sealed interface Form
      permits TermForm, CallForm, SomeDeclaration, Every, Negation, Logical {}

  /** A term that must be defined and not false. */
  public record TermForm(Term term) implements Form {}

  /**
   * A call of a builtin or function, the infix ones ({@code eq}, {@code assign}, {@code equal},
   * {@code lt}, {@code internal.member_2} …) included. May have one argument more than the arity,
   * which takes the result.
   */
  public record CallForm(Ref operator, List<Term> args) implements Form {
    public CallForm {
      args = List.copyOf(args);
    }

    /** The operator as text, such as {@code eq} or {@code data.p.f}. */
    public String name() {
      return AstText.of(operator);
    }
  }

  /**
   * {@code some x, y} with variables as symbols, or {@code some k, v in xs} with one call of {@code
   * internal.member_2} or {@code internal.member_3}.
   */
  public record SomeDeclaration(List<Term> symbols, Span span) implements Form {
    public SomeDeclaration {
      symbols = List.copyOf(symbols);
    }
  }

  /** {@code every key, value in domain { body }}. */
  public record Every(@Nullable Term key, Term value, Term domain, Body body, Span span)
      implements Form {}

  /** {@code not { body }} or {@code not expr} under {@code future.keywords.not}. */
  public record Negation(Body body, boolean explicitBody, Span span) implements Form {}

  /** {@code lhs and rhs}, {@code lhs or rhs}. */
  public record Logical(
      boolean isAnd, Body left, Body right, boolean explicitLeft, boolean explicitRight, Span span)
      implements Form {}

  public Expr withForm(Form newForm) {
    return new Expr(newForm, negated, generated, withs, index, span);
  }

  public Expr withIndex(int newIndex) {
    return new Expr(form, negated, generated, withs, newIndex, span);
  }

  public Expr withWiths(List<With> newWiths) {
    return new Expr(form, negated, generated, newWiths, index, span);
  }

  @Override
  public String toString() {
    return AstText.of(this);
  }
}

package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.With;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions where one of the keywords {@code not} (with a body), {@code and}, {@code or} is
 * on.
 */
final class Logic {
  private final Cursor at;
  private final Bodies bodies;

  /** Whether the group that could not be read was one for sure, so that its complaint stands. */
  private boolean committed;

  Logic(Cursor at, Bodies bodies) {
    this.at = at;
    this.bodies = bodies;
  }

  /** A side of {@code and} or {@code or}, or what {@code not} negates. */
  private record Operand(Body body, boolean explicit) {}

  boolean isOn() {
    return at.hasWord(TokenKind.NOT_BODY) || isInfixOn();
  }

  private boolean isInfixOn() {
    return at.hasWord(TokenKind.AND_WORD) || at.hasWord(TokenKind.OR_WORD);
  }

  private boolean atInfix() {
    return at.atWord(TokenKind.AND_WORD) || at.atWord(TokenKind.OR_WORD);
  }

  /** An expression of a body that began at {@code start}. */
  @Nullable Expr literal(Span start) {
    if (at.at(TokenKind.SOME) || at.at(TokenKind.EVERY)) {
      Expr expr = at.at(TokenKind.SOME) ? bodies.some() : bodies.every();
      return expr == null ? null : placed(expr.form(), false, expr.withs(), at.since(start));
    }
    Cursor.Mark mark = at.mark();
    Expr expr = alternatives(true);
    if (expr == null) {
      return null;
    }
    bodies.hintAtEvery(expr.form(), mark);
    List<With> withs = expr.withs();
    if (at.atWord(TokenKind.WITH)) {
      Span with = at.span();
      withs = bodies.withs();
      if (withs == null) {
        return null;
      }
      if (atInfix()) {
        refuseWith(with);
        return null;
      }
    }
    Span place = at.since(start);
    Expr.Form form = expr.form();
    if (form instanceof Expr.Negation n && !n.explicitBody()) {
      Expr inner = n.body().exprs().get(0);
      form =
          new Expr.Negation(
              body(placed(inner.form(), inner.negated(), inner.withs(), place)), false, place);
    }
    return placed(form, expr.negated(), withs, place);
  }

  private void refuseWith(Span with) {
    String word = at.kind().text();
    at.hint(
        "Wrap the operand in `(...)` or `{...}` to scope, or move `with` after the `"
            + word
            + "` expression to apply it to the whole expression");
    at.error(with, "`with` modifier is not allowed on operand of `" + word + "`");
  }

  private static Expr placed(Expr.Form form, boolean negated, List<With> withs, Span place) {
    return new Expr(form, negated, false, withs, 0, place);
  }

  private static Body body(Expr expr) {
    return new Body(List.of(expr), expr.span());
  }

  private @Nullable Expr alternatives(boolean first) {
    Span start = at.span();
    Operand left = conjunction(first);
    while (left != null && at.atWord(TokenKind.OR_WORD)) {
      left = joined(start, left, false);
    }
    return left == null ? null : single(left);
  }

  private @Nullable Operand conjunction(boolean first) {
    Span start = at.span();
    Operand left = operand(first);
    while (left != null && at.atWord(TokenKind.AND_WORD)) {
      left = joined(start, left, true);
    }
    return left;
  }

  private @Nullable Operand joined(Span start, Operand left, boolean isAnd) {
    at.next();
    Operand right = isAnd ? operand(false) : conjunction(false);
    if (right == null) {
      return null;
    }
    Expr first = left.body().exprs().get(0);
    // a plain not belongs to its operand and is not part of the place
    Span place = at.since(first.negated() && !left.explicit() ? first.span() : start);
    Expr.Form form =
        new Expr.Logical(
            isAnd, left.body(), right.body(), left.explicit(), right.explicit(), place);
    return new Operand(body(placed(form, false, List.of(), place)), false);
  }

  /** The one expression of an operand that is not joined with anything. */
  private static Expr single(Operand operand) {
    return operand.body().exprs().get(0);
  }

  private @Nullable Operand operand(boolean first) {
    Span start = at.span();
    if (at.at(TokenKind.NOT)) {
      Expr negation = negation(start, first);
      return negation == null ? null : new Operand(body(negation), false);
    }
    if (at.at(TokenKind.LEFT_BRACE) && isInfixOn()) {
      Cursor.Mark mark = at.mark();
      Body read = braces();
      if (read != null && (!first || atInfix())) {
        return new Operand(read, true);
      }
      if (!first) {
        return null;
      }
      at.back(mark);
    }
    if (at.at(TokenKind.LEFT_PAREN)) {
      Cursor.Mark mark = at.mark();
      Expr group = group();
      if (group != null) {
        return new Operand(body(group), false);
      }
      if (committed) {
        committed = false;
        return null;
      }
      at.back(mark);
    }
    Expr.Form form = bodies.form();
    if (form == null) {
      return null;
    }
    return new Operand(body(placed(form, false, List.of(), at.since(start))), false);
  }

  private @Nullable Body braces() {
    at.next();
    Body body = bodies.body(TokenKind.RIGHT_BRACE);
    if (body != null) {
      at.next();
    }
    return body;
  }

  /** A logical expression in parentheses; {@code null} also for a plain term in parentheses. */
  private @Nullable Expr group() {
    at.next();
    Expr inner = alternatives(false);
    if (inner == null) {
      return null;
    }
    Span place = inner.span();
    List<With> withs = bodies.withs();
    if (withs == null) {
      return null;
    }
    boolean plain =
        withs.isEmpty()
            && inner.withs().isEmpty()
            && !inner.negated()
            && !(inner.form() instanceof Expr.Negation)
            && !(inner.form() instanceof Expr.Logical);
    if (plain) {
      return null;
    }
    if (!at.at(TokenKind.RIGHT_PAREN)) {
      at.error("expected ) to close parenthesized group");
      committed = true;
      return null;
    }
    at.next();
    return placed(inner.form(), inner.negated(), withs.isEmpty() ? inner.withs() : withs, place);
  }

  private @Nullable Expr negation(Span start, boolean first) {
    at.next();
    Span negated = at.span();
    if (!at.hasWord(TokenKind.NOT_BODY)) {
      if (at.at(TokenKind.SOME) || at.at(TokenKind.EVERY)) {
        at.unexpected("illegal negation of '" + at.kind().text() + "'");
        return null;
      }
      Expr.Form form = bodies.form();
      return form == null ? null : placed(form, true, List.of(), at.since(negated));
    }
    if (at.at(TokenKind.SOME) || at.at(TokenKind.EVERY)) {
      at.unexpected("illegal negation of '" + at.kind().text() + "'");
      return null;
    }
    if (at.at(TokenKind.LEFT_BRACE)) {
      Body body = braces();
      if (body == null) {
        return null;
      }
      Span place = at.since(start);
      return placed(new Expr.Negation(body, true, place), false, List.of(), place);
    }
    Expr inner = null;
    if (at.at(TokenKind.LEFT_PAREN)) {
      Cursor.Mark mark = at.mark();
      inner = group();
      if (inner == null) {
        if (committed) {
          committed = false;
          return null;
        }
        at.back(mark);
      }
    }
    if (inner == null) {
      Expr.Form form = bodies.form();
      if (form == null) {
        return null;
      }
      inner = placed(form, false, List.of(), first ? Span.NONE : at.since(negated));
    }
    Span place = at.since(start);
    return placed(new Expr.Negation(body(inner), false, place), false, List.of(), place);
  }
}

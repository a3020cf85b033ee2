package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.ObjectTerm;
import dev.kspm.rego.internal.ast.With;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions where one of the keywords {@code not} (with a body), {@code and}, {@code or} is
 * on. Braces are a body where an operand may stand; parentheses are a group where they hold
 * operands, else a term.
 */
final class Logic {
  /** What a parenthesis turned out to be. */
  private enum Paren {
    /** A term after all; nothing was read. */
    TERM,
    /** Surely a group, but a wrong one, about which there is a complaint. */
    WRONG,
    GROUP
  }

  private final Cursor at;
  private final Bodies bodies;
  private final LogicComplaints complaints;

  /** The group read last. */
  private Operand group = new Operand(List.of(), false, Span.NONE);

  Logic(Cursor at, Bodies bodies) {
    this.at = at;
    this.bodies = bodies;
    this.complaints = new LogicComplaints(at);
  }

  /**
   * A side of {@code and} or {@code or}, or what {@code not} negates.
   *
   * @param explicit whether it stands in braces
   */
  private record Operand(List<Expr> exprs, boolean explicit, Span span) {
    Body body() {
      return new Body(exprs, exprs.get(0).span());
    }

    Expr only() {
      return exprs.get(0);
    }

    static Operand of(Expr expr) {
      return new Operand(List.of(expr), false, expr.span());
    }
  }

  boolean isOn() {
    return hasNegatedBodies() || isInfixOn();
  }

  private boolean hasNegatedBodies() {
    return at.hasWord(TokenKind.NOT_BODY);
  }

  private boolean isInfixOn() {
    return at.hasWord(TokenKind.AND_WORD) || at.hasWord(TokenKind.OR_WORD);
  }

  private boolean atInfix() {
    return at.at(TokenKind.AND_WORD) || at.at(TokenKind.OR_WORD);
  }

  /** An expression of a body that began at {@code start}. */
  @Nullable Expr literal(Span start) {
    Expr read = whole();
    if (read == null) {
      return null;
    }
    Span place = at.since(start);
    Expr.Form form = read.form();
    if (form instanceof Expr.Negation n && !n.explicitBody()) {
      List<Expr> inner =
          n.body().exprs().stream()
              .map(e -> placed(e.form(), e.negated(), e.withs(), place))
              .toList();
      form = new Expr.Negation(new Body(inner, place), false, place);
    }
    return placed(form, read.negated(), read.withs(), place);
  }

  private @Nullable Expr whole() {
    if (at.at(TokenKind.LEFT_BRACE) && isInfixOn()) {
      Cursor.Mark mark = at.mark();
      Span brace = at.span();
      Body body = braces();
      if (body != null && atInfix()) {
        return complaints.ifUnion(brace, body, "") ? null : chain(explicit(body, brace), true);
      }
      at.back(mark);
    }
    if (at.at(TokenKind.LEFT_PAREN) && isInfixOn()) {
      Paren found = paren(false, "");
      if (found != Paren.TERM) {
        return found == Paren.WRONG ? null : chain(group, true);
      }
    }
    boolean negated = at.at(TokenKind.NOT);
    Span not = at.span();
    if (negated) {
      at.next();
      if (hasNegatedBodies() && at.at(TokenKind.LEFT_BRACE)) {
        Expr negation = negatedBraces(not);
        return negation == null ? null : chain(Operand.of(negation), true);
      }
    }
    if (at.at(TokenKind.SOME) || at.at(TokenKind.EVERY)) {
      if (negated) {
        at.unexpected("illegal negation of '" + at.kind().text() + "'");
        return null;
      }
      return at.at(TokenKind.SOME) ? bodies.some() : bodies.every();
    }
    return negated ? negated(not) : plain();
  }

  private @Nullable Expr negated(Span not) {
    if (hasNegatedBodies() && at.at(TokenKind.LEFT_PAREN)) {
      Paren found = paren(true, "not ");
      if (found != Paren.TERM) {
        return found == Paren.WRONG ? null : chain(Operand.of(negation(group, not)), true);
      }
    }
    Span start = at.span();
    Cursor.Mark mark = at.mark();
    Expr.Form form = bodies.form();
    if (form == null) {
      return null;
    }
    Span with = at.span();
    List<With> withs = bodies.withs();
    if (withs == null) {
      return null;
    }
    bodies.hintAtEvery(form, mark);
    Expr expr;
    if (hasNegatedBodies()) {
      Expr inner = placed(form, false, List.of(), Span.NONE);
      expr = negation(Operand.of(inner), not).withWiths(withs);
    } else {
      expr = placed(form, true, withs, at.since(start));
    }
    return tail(expr, with);
  }

  private @Nullable Expr plain() {
    Span start = at.span();
    Cursor.Mark mark = at.mark();
    Expr.Form form = bodies.form();
    if (form == null) {
      return null;
    }
    Span with = at.span();
    List<With> withs = bodies.withs();
    if (withs == null) {
      return null;
    }
    bodies.hintAtEvery(form, mark);
    Expr expr = placed(form, false, withs, at.since(start));
    if (atInfix() && withs.isEmpty() && expr.span().text().startsWith("{")) {
      boolean empty =
          form instanceof Expr.TermForm t
              && t.term() instanceof ObjectTerm object
              && object.members().isEmpty();
      if (empty) {
        at.error(expr.span(), "found empty body");
      } else {
        complaints.braceLed(expr.span(), expr.span().text(), at.kind().text());
      }
      return null;
    }
    return tail(expr, with);
  }

  /** What may follow the first expression. */
  private @Nullable Expr tail(Expr expr, Span with) {
    if (!atInfix()) {
      return expr;
    }
    if (!expr.withs().isEmpty()) {
      complaints.withOnOperand(with);
      return null;
    }
    return chain(Operand.of(expr), true);
  }

  /** The operators behind a first operand, if any, and a modifier of all of it. */
  private @Nullable Expr chain(Operand first, boolean withs) {
    Expr joined = atInfix() ? alternatives(first) : first.only();
    return joined == null || !withs ? joined : withModifiers(joined);
  }

  private @Nullable Expr withModifiers(Expr expr) {
    if (!at.at(TokenKind.WITH)) {
      return expr;
    }
    List<With> withs = bodies.withs();
    return withs == null ? null : expr.withWiths(withs);
  }

  private @Nullable Expr alternatives(Operand first) {
    if (!at.enter(1)) {
      return null;
    }
    Operand left = conjunctions(first);
    while (left != null && at.at(TokenKind.OR_WORD)) {
      at.next();
      Operand right = operand("or");
      right = right == null ? null : conjunctions(right);
      left = right == null ? null : joined(left, right, false);
    }
    at.leave(1);
    return left == null ? null : left.only();
  }

  private @Nullable Operand conjunctions(Operand first) {
    if (!at.at(TokenKind.AND_WORD)) {
      return first;
    }
    if (!at.enter(1)) {
      return null;
    }
    Operand left = first;
    while (left != null && at.at(TokenKind.AND_WORD)) {
      at.next();
      Operand right = operand("and");
      left = right == null ? null : joined(left, right, true);
    }
    at.leave(1);
    return left;
  }

  private Operand joined(Operand left, Operand right, boolean isAnd) {
    complaints.ifVoid(left.exprs(), isAnd ? "and" : "or");
    complaints.ifVoid(right.exprs(), isAnd ? "and" : "or");
    Span place = at.since(left.span());
    return Operand.of(
        placed(
            new Expr.Logical(
                isAnd, left.body(), right.body(), left.explicit(), right.explicit(), place),
            false,
            List.of(),
            place));
  }

  /**
   * One operand.
   *
   * @param operator whose it is; empty in front of a parenthesis that may be a term
   */
  private @Nullable Operand operand(String operator) {
    Span start = at.span();
    if (at.at(TokenKind.LEFT_BRACE)) {
      Body body = bracesOrValue(operator, "");
      if (body == null) {
        return null;
      }
      complaints.ifUnion(start, body, "");
      return explicit(body, start);
    }
    boolean negated =
        at.at(TokenKind.NOT) && !at.directlyBefore(TokenKind.DOT, TokenKind.LEFT_BRACKET);
    if (negated) {
      at.next();
      if (hasNegatedBodies() && at.at(TokenKind.LEFT_BRACE)) {
        Expr negation = negatedBraces(start);
        return negation == null ? null : Operand.of(negation);
      }
    }
    boolean negatedBody = negated && hasNegatedBodies();
    if (at.at(TokenKind.LEFT_PAREN) && isInfixOn() && (!negated || negatedBody)) {
      Paren found = paren(true, negated ? "not " : "");
      if (found == Paren.WRONG) {
        return null;
      } else if (found == Paren.GROUP) {
        return negated ? Operand.of(negation(group, start)) : group;
      }
    }
    Span inside = at.span();
    Expr.Form form = bodies.form();
    if (form == null) {
      return null;
    }
    Expr expr = placed(form, negated && !negatedBody, List.of(), at.since(inside));
    return Operand.of(negatedBody ? negation(Operand.of(expr), start) : expr);
  }

  private Expr negation(Operand operand, Span not) {
    Span place = at.since(not);
    return placed(
        new Expr.Negation(operand.body(), operand.explicit(), place), false, List.of(), place);
  }

  private @Nullable Expr negatedBraces(Span not) {
    Span brace = at.span();
    Body body = bracesOrValue("not", "not ");
    if (body == null || complaints.ifUnion(brace, body, "not ")) {
      return null;
    }
    return negation(explicit(body, brace), not);
  }

  private static Operand explicit(Body body, Span brace) {
    return new Operand(body.exprs(), true, brace);
  }

  private @Nullable Body braces() {
    at.next();
    Body body = bodies.body(TokenKind.RIGHT_BRACE);
    if (body != null) {
      at.next();
    }
    return body;
  }

  /** A body in braces; complains otherwise when what begins with the brace is a value. */
  private @Nullable Body bracesOrValue(String operator, String negation) {
    Span brace = at.span();
    Cursor.Mark mark = at.mark();
    at.next();
    boolean empty = at.at(TokenKind.RIGHT_BRACE);
    Body body = bodies.body(TokenKind.RIGHT_BRACE);
    if (body != null) {
      at.next();
      return body;
    }
    if (empty || operator.isEmpty()) {
      return null;
    }
    Cursor.Mark failed = at.mark();
    List<Complaint> why =
        List.copyOf(at.complaints().subList(mark.complaints(), at.complaints().size()));
    at.back(mark);
    var term = bodies.infix();
    if (term == null) {
      at.back(mark);
      at.forward(failed, why);
    } else if (negation.isEmpty()) {
      complaints.braceLed(brace, at.since(brace).text(), operator);
    } else {
      complaints.negatedValue(brace, at.since(brace).text(), term, negation);
    }
    return null;
  }

  /**
   * Reads a {@link #group} in parentheses, if it is one.
   *
   * @param isOperand whether only an operand can stand here
   * @param negation what stands before it, for hints
   */
  private Paren paren(boolean isOperand, String negation) {
    if (!at.enter(1)) {
      return Paren.WRONG;
    }
    Paren found = insideParen(isOperand, negation);
    at.leave(1);
    return found;
  }

  private Paren insideParen(boolean isOperand, String negation) {
    Cursor.Mark mark = at.mark();
    Span open = at.span();
    at.next();
    if (at.at(TokenKind.RIGHT_PAREN)) {
      if (isOperand) {
        at.error(open, "empty parenthesized group");
        return Paren.WRONG;
      }
      return term(mark);
    }
    Operand first = operand("");
    if (first == null) {
      return term(mark);
    } else if (atInfix()) {
      Expr all = chain(first, true);
      return all == null ? Paren.WRONG : closed(Operand.of(all), open);
    } else if (at.at(TokenKind.WITH) && !first.explicit() && first.exprs().size() == 1) {
      return withModifier(first, open, mark, isOperand);
    } else if (first.explicit()) {
      String braces = at.since(first.span()).text();
      at.back(mark);
      at.next();
      boolean isTerm = bodies.term() != null;
      at.back(mark);
      if (!isTerm) {
        complaints.bodyInParens(open, negation + braces);
        return Paren.WRONG;
      }
      return Paren.TERM;
    }
    Expr only = first.only();
    boolean logical = only.form() instanceof Expr.Logical;
    boolean negated = only.negated() || only.form() instanceof Expr.Negation;
    boolean group = first.exprs().size() == 1 && (logical || negated);
    return group ? closed(first, open) : term(mark);
  }

  private Paren withModifier(Operand first, Span open, Cursor.Mark mark, boolean isOperand) {
    Span with = at.span();
    Expr modified = withModifiers(first.only());
    if (modified == null) {
      return Paren.WRONG;
    }
    if (atInfix()) {
      complaints.withOnOperand(with);
      return Paren.WRONG;
    }
    Paren found = closed(Operand.of(modified), open);
    return found == Paren.WRONG || isOperand || atInfix() ? found : term(mark);
  }

  private Paren term(Cursor.Mark mark) {
    at.back(mark);
    return Paren.TERM;
  }

  private Paren closed(Operand inside, Span open) {
    if (!at.at(TokenKind.RIGHT_PAREN)) {
      at.error("expected ) to close parenthesized group");
      return Paren.WRONG;
    }
    at.next();
    group = new Operand(inside.exprs(), inside.explicit(), at.since(open));
    return Paren.GROUP;
  }

  private static Expr placed(Expr.Form form, boolean negated, List<With> withs, Span place) {
    return new Expr(form, negated, false, withs, 0, place);
  }
}

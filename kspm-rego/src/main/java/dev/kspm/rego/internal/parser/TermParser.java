package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads terms. A method that finds none gives {@code null} and has complained, unless it says
 * otherwise.
 */
final class TermParser {
  private final Cursor at;
  private final ParserOptions.Features features;
  private final Scalars scalars;
  private final Refs refs;
  private final Composites composites;
  private final Templates templates;
  private final Bodies bodies;
  private Memo memo = new Memo();
  private Failures failures = new Failures();

  TermParser(Cursor at, ParserOptions.Features features) {
    this.at = at;
    this.features = features;
    this.scalars = new Scalars(at);
    this.refs = new Refs(at, this, features);
    this.bodies = new Bodies(at, this, features);
    this.composites = new Composites(at, this, bodies);
    this.templates = new Templates(at, bodies);
  }

  Bodies bodies() {
    return bodies;
  }

  Composites composites() {
    return composites;
  }

  Refs refs() {
    return refs;
  }

  /** Forgets what was read, because the keywords are others now. */
  Memo forget() {
    Memo known = memo;
    memo = new Memo();
    failures = new Failures();
    return known;
  }

  void remember(Memo known) {
    memo = known;
  }

  /** A term with infix operators, {@code k, v in xs} included. */
  @Nullable Term infix() {
    return nameBehind(member(true));
  }

  /** The same, but a keyword behind it stays one even when it is the head of a reference. */
  @Nullable Term infixBeforeKeyword() {
    return member(true);
  }

  private @Nullable Term nameBehind(@Nullable Term term) {
    if (term != null && features.keywordsInRefs()) {
      at.keywordAsName();
    }
    return term;
  }

  /** A term with infix operators where a comma ends it. */
  @Nullable Term infixInList() {
    return nameBehind(member(false));
  }

  private @Nullable Term member(boolean withKey) {
    int offset = at.offset();
    if (!at.enter(2)) {
      return null;
    }
    Term whole = member(withKey, offset);
    at.leave(2);
    return whole;
  }

  private @Nullable Term member(boolean withKey, int offset) {
    Term left = operators(Operators.RELATION, offset);
    if (left != null && withKey && at.at(TokenKind.COMMA)) {
      Cursor.Mark mark = at.mark();
      Term pair = memberOfPair(left, offset);
      if (pair == null) {
        at.back(mark);
        return left;
      }
      left = pair;
    }
    int run = 0;
    while (left != null && at.atWord(TokenKind.IN)) {
      Ref operator = Operators.ref(Operators.MEMBER, at.span());
      at.next();
      Term right = null;
      if (at.enter(run)) {
        right = operators(Operators.RELATION, at.offset());
        at.leave(run++);
      }
      if (right == null) {
        return left;
      }
      left = call(operator, List.of(left, right), left.span(), offset);
    }
    return left;
  }

  private @Nullable Term memberOfPair(Term key, int offset) {
    at.next();
    Term value = operators(Operators.RELATION, offset);
    if (value == null || !at.atWord(TokenKind.IN)) {
      return null;
    }
    Ref operator = Operators.ref(Operators.MEMBER_WITH_KEY, at.span());
    at.next();
    Term domain = operators(Operators.RELATION, at.offset());
    return domain == null ? null : call(operator, List.of(key, value, domain), key.span(), offset);
  }

  /**
   * Terms joined by operators that bind at least so tightly. When there is no term after an
   * operator, what stands before it is the result, the complaint stays, and looser operators may
   * still follow.
   */
  private @Nullable Term operators(int loosest, int offset) {
    int chain = Operators.TIGHTEST - loosest + 1;
    if (!at.enter(chain)) {
      return null;
    }
    Term left = term();
    at.leave(chain);
    int tightest = Operators.TIGHTEST;
    int run = 0;
    while (left != null) {
      TokenKind operator = at.kind();
      int strength = Operators.strength(operator);
      if (strength < loosest || strength > tightest) {
        break;
      }
      run = strength == tightest ? run + 1 : 1;
      tightest = strength;
      Ref builtin = Operators.ref(operator.text(), at.span());
      at.next();
      Term right = rightOf(strength, strength - loosest + run);
      if (right == null) {
        tightest = strength - 1;
      } else {
        left = call(builtin, List.of(left, right), left.span(), offset);
      }
    }
    return left;
  }

  private @Nullable Term rightOf(int strength, int levels) {
    if (!at.enter(levels)) {
      return null;
    }
    Term right = strength == Operators.TIGHTEST ? term() : operators(strength + 1, at.offset());
    at.leave(levels);
    return right;
  }

  private Call call(Ref operator, List<Term> args, Span place, int offset) {
    return new Call(operator, args, at.spanning(place, offset, at.lastEnd()));
  }

  /** A term without infix operators. */
  @Nullable Term term() {
    int start = at.index();
    if (failures.contains(start, at)) {
      return null;
    }
    if (!at.enter(1)) {
      return null;
    }
    Term term =
        switch (at.kind()) {
          case LEFT_BRACKET, LEFT_BRACE, LEFT_PAREN, TEMPLATE_PART, RAW_TEMPLATE_PART ->
              remembered();
          case MINUS -> minus();
          default -> finish(begin());
        };
    at.leave(1);
    failures.ended(start, term == null, at);
    return term;
  }

  private @Nullable Term remembered() {
    int start = at.index();
    Memo.Reading known = memo.at(start);
    if (known != null) {
      at.forward(known.end(), known.complaints());
      return known.term();
    }
    int before = at.complaints().size();
    Term term = finish(begin());
    memo.put(start, term, at.mark(), at.complaints().subList(before, at.complaints().size()));
    return term;
  }

  private @Nullable Term begin() {
    return switch (at.kind()) {
      case NULL -> new Scalar(NullValue.NULL, at.span());
      case TRUE -> new Scalar(BooleanValue.of(true), at.span());
      case FALSE -> new Scalar(BooleanValue.of(false), at.span());
      case NUMBER, DOT -> scalars.number();
      case STRING, RAW_STRING -> scalars.string();
      case IDENTIFIER, CONTAINS -> variable();
      case LEFT_BRACKET -> composites.array();
      case LEFT_BRACE -> composites.setOrObject();
      case LEFT_PAREN -> parenthesised();
      case TEMPLATE_PART, TEMPLATE_END, RAW_TEMPLATE_PART, RAW_TEMPLATE_END -> template();
      case AND_WORD, OR_WORD -> wordCall();
      default -> nothing();
    };
  }

  private @Nullable Term nothing() {
    at.unexpected();
    return null;
  }

  /** Calls of the builtins {@code and} and {@code or} stay possible when these are keywords. */
  private @Nullable Term wordCall() {
    int next = at.index() + 1;
    at.tokens().want(next);
    if (at.tokens().kind(next) == TokenKind.LEFT_PAREN && !at.tokens().spaceBefore(next)) {
      return new Var(at.kind().text(), at.span());
    }
    return nothing();
  }

  private @Nullable Term template() {
    if (!features.templateStrings()) {
      at.error("template strings are not supported by current capabilities");
      return null;
    }
    return templates.template();
  }

  Var variable() {
    String name = at.text();
    if (name.equals("_")) {
      name = Var.WILDCARD_PREFIX + at.nextWildcard();
    }
    return new Var(name, at.span());
  }

  private @Nullable Term minus() {
    Span sign = at.span();
    int next = at.index() + 1;
    at.tokens().want(next);
    TokenKind kind = at.tokens().kind(next);
    if (kind != TokenKind.IDENTIFIER && !(kind.isChosen() && !at.hasWord(kind))) {
      return finish(scalars.number());
    }
    at.next();
    Term operand = refs.finish(variable());
    if (operand == null) {
      return null;
    }
    Ref operator = Operators.ref("minus", Span.NONE);
    Term zero = new Scalar(NumberValue.of(0), sign);
    return new Call(operator, List.of(zero, operand), at.since(sign));
  }

  private @Nullable Term parenthesised() {
    int offset = at.offset();
    at.next();
    Term inner = infix();
    if (inner == null) {
      return null;
    }
    if (!at.at(TokenKind.RIGHT_PAREN)) {
      at.error("non-terminated expression");
      return null;
    }
    return Respan.of(inner, at.spanning(inner.span(), offset, at.tokenEnd()));
  }

  private @Nullable Term finish(@Nullable Term head) {
    return head == null ? null : refs.finish(head);
  }
}

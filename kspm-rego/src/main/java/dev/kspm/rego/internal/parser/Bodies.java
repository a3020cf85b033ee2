package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.internal.ast.With;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads bodies and their expressions. */
final class Bodies {
  private static final Set<TokenKind> ALL_WORDS = EnumSet.range(TokenKind.IN, TokenKind.OR_WORD);

  private final Cursor at;
  private final TermParser terms;
  private final ParserOptions.Features features;
  private final Logic logic;

  Bodies(Cursor at, TermParser terms, ParserOptions.Features features) {
    this.at = at;
    this.terms = terms;
    this.features = features;
    this.logic = new Logic(at, this);
  }

  /** Expressions up to {@code end}, which stays the current token. */
  @Nullable Body body(TokenKind end) {
    if (!at.enter(1)) {
      return null;
    }
    Body read = query(false, end);
    at.leave(1);
    return read;
  }

  /**
   * Expressions up to {@code end}.
   *
   * @param oneLine whether only semicolons join expressions
   */
  @Nullable Body query(boolean oneLine, TokenKind end) {
    if (at.at(end)) {
      at.error("found empty body");
      return null;
    }
    List<Expr> exprs = new ArrayList<>();
    while (true) {
      Expr expr = literal();
      if (expr == null) {
        return null;
      }
      exprs.add(expr.withIndex(exprs.size()));
      if (at.at(TokenKind.SEMICOLON)) {
        at.next();
        continue;
      }
      if (at.at(end) || oneLine) {
        return new Body(exprs, exprs.get(0).span());
      }
      if (!at.afterNewline()) {
        if (!at.failed()) {
          hintAtWord();
          at.unexpected("expected \\n or ; or " + end.text());
        }
        return null;
      }
    }
  }

  private void hintAtWord() {
    if (at.hasHints()) {
      return;
    }
    if (at.at(TokenKind.COMMA)) {
      Cursor.Mark here = at.mark();
      at.next();
      Term term = withAllWords(terms::infix);
      at.back(here);
      if (term instanceof Call call && isMembership(call)) {
        at.hint("`import future.keywords.in` for `x in xs` expressions");
      }
      return;
    }
    if (!at.at(TokenKind.IDENTIFIER)) {
      return;
    }
    String example =
        switch (at.text()) {
          case "in" -> "x in xs";
          case "and" -> "x and y";
          case "or" -> "x or y";
          default -> "";
        };
    if (!example.isEmpty()) {
      at.hint("`import future.keywords." + at.text() + "` for `" + example + "` expressions");
    }
  }

  /** One expression of a body. */
  @Nullable Expr literal() {
    Span start = at.span();
    if (features.keywordsInRefs()) {
      at.keywordAsName();
    }
    if (logic.isOn()) {
      return logic.literal(start);
    }
    boolean negated = at.at(TokenKind.NOT);
    if (negated) {
      at.next();
    }
    Expr expr;
    if (at.at(TokenKind.SOME) || at.at(TokenKind.EVERY)) {
      if (negated) {
        at.unexpected("illegal negation of '" + at.kind().text() + "'");
        return null;
      }
      expr = at.at(TokenKind.SOME) ? some() : every();
    } else {
      expr = plain(negated);
    }
    return expr == null
        ? null
        : new Expr(expr.form(), expr.negated(), false, expr.withs(), 0, at.since(start));
  }

  static Expr made(Expr.Form form, boolean negated, List<With> withs) {
    return new Expr(form, negated, false, withs, 0, Span.NONE);
  }

  private @Nullable Expr plain(boolean negated) {
    Cursor.Mark mark = at.mark();
    Expr.Form form = form();
    if (form == null) {
      return null;
    }
    List<With> withs = withs();
    if (withs == null) {
      return null;
    }
    hintAtEvery(form, mark);
    return made(form, negated, withs);
  }

  /** A term with infix operators. */
  @Nullable Term infix() {
    return terms.infix();
  }

  /** A term without infix operators. */
  @Nullable Term term() {
    return terms.term();
  }

  Expr.@Nullable Form form() {
    Term left = terms.infix();
    if (left == null) {
      return null;
    }
    if (at.at(TokenKind.ASSIGN) || at.at(TokenKind.EQ)) {
      Ref operator = Operators.ref(at.kind().text(), at.span());
      at.next();
      Term right = terms.infix();
      return right == null ? null : new Expr.CallForm(operator, List.of(left, right));
    }
    return left instanceof Call call
        ? new Expr.CallForm(call.operator(), call.args())
        : new Expr.TermForm(left);
  }

  /** Hints at the keyword if it is what a plain variable was meant to be. */
  void hintAtEvery(Expr.Form form, Cursor.Mark start) {
    if (!(form instanceof Expr.TermForm t
        && t.term() instanceof Var v
        && v.name().equals("every"))) {
      return;
    }
    Cursor.Mark here = at.mark();
    at.back(start);
    boolean fits = withAllWords(this::every) != null;
    at.back(here);
    if (fits) {
      at.hint("`import future.keywords.every` for `every x in xs { ... }` expressions");
    }
  }

  private interface Reading<T> {
    @Nullable T read();
  }

  /** Reads with all keywords on. */
  private <T> @Nullable T withAllWords(Reading<T> reading) {
    Set<TokenKind> words = at.words();
    Memo memo = terms.forget();
    Set<TokenKind> all = EnumSet.copyOf(ALL_WORDS);
    if (words.contains(TokenKind.NOT_BODY)) {
      all.add(TokenKind.NOT_BODY);
    }
    at.setWords(all);
    try {
      return reading.read();
    } finally {
      at.setWords(words);
      terms.remember(memo);
    }
  }

  @Nullable Expr some() {
    Span place = at.span();
    Cursor.Mark mark = at.mark();
    at.next();
    Term term = terms.infixBeforeKeyword();
    if (term instanceof Call call) {
      if (!isMembership(call)) {
        at.unexpected("expected `x in xs` or `x, y in xs` expression");
        return null;
      }
      List<With> withs = withs();
      return withs == null
          ? null
          : made(new Expr.SomeDeclaration(List.of(term), place), false, withs);
    }
    at.back(mark);
    at.next();
    boolean fits = withAllWords(() -> terms.infix()) instanceof Call call && isMembership(call);
    at.back(mark);
    if (fits) {
      at.hint("`import future.keywords.in` for `some x in xs` expressions");
    }
    List<Term> symbols = new ArrayList<>();
    do {
      at.next();
      if (!at.at(TokenKind.IDENTIFIER)) {
        at.unexpected("expected var");
        return null;
      }
      symbols.add(terms.variable());
      at.next();
    } while (at.at(TokenKind.COMMA));
    return made(new Expr.SomeDeclaration(symbols, place), false, List.of());
  }

  private static boolean isMembership(Call call) {
    String name = call.operator().toString();
    return name.equals(Operators.MEMBER) || name.equals(Operators.MEMBER_WITH_KEY);
  }

  @Nullable Expr every() {
    Span place = at.span();
    at.next();
    Term term = terms.infixBeforeKeyword();
    if (term == null) {
      return null;
    }
    if (!(term instanceof Call call) || !isMembership(call)) {
      at.unexpected("expected `x[, y] in xs { ... }` expression");
      return null;
    }
    List<Term> args = call.args();
    Term key = args.size() == 3 ? args.get(0) : null;
    if (key != null && !(key instanceof Var)) {
      at.unexpected("expected key to be a variable");
      return null;
    }
    Term value = args.get(args.size() - 2);
    if (!(value instanceof Var)) {
      at.unexpected("expected value to be a variable");
      return null;
    }
    if (!at.at(TokenKind.LEFT_BRACE)) {
      at.unexpected("missing body");
      return null;
    }
    at.next();
    Body body = body(TokenKind.RIGHT_BRACE);
    if (body == null) {
      return null;
    }
    at.next();
    List<With> withs = withs();
    return withs == null
        ? null
        : made(new Expr.Every(key, value, args.get(args.size() - 1), body, place), false, withs);
  }

  /** The modifiers from here on, perhaps none. */
  @Nullable List<With> withs() {
    if (!at.atWord(TokenKind.WITH)) {
      return List.of();
    }
    List<With> withs = new ArrayList<>();
    while (at.atWord(TokenKind.WITH)) {
      Span start = at.span();
      at.next();
      if (!at.at(TokenKind.IDENTIFIER)) {
        at.unexpected("expected ident");
        return null;
      }
      Term target = terms.term();
      if (target == null) {
        return null;
      }
      if (!(target instanceof Ref) && !(target instanceof Var)) {
        at.unexpected("expected with target path");
      }
      if (!at.at(TokenKind.AS)) {
        at.unexpected("expected as keyword");
        return null;
      }
      at.next();
      Term value = terms.infix();
      if (value == null) {
        return null;
      }
      withs.add(new With(target, value, at.since(start)));
    }
    return withs;
  }
}

package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.SetTerm;
import dev.kspm.rego.internal.ast.TemplateString;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.TermNames;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.StringValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what follows a term without space between: {@code .x}, {@code [x]}, {@code (x)}. */
final class Refs {
  private final Cursor at;
  private final TermParser terms;
  private final ParserOptions.Features features;

  Refs(Cursor at, TermParser terms, ParserOptions.Features features) {
    this.at = at;
    this.terms = terms;
    this.features = features;
  }

  /** Goes on behind a term whose last token is the current one. */
  @Nullable Term finish(Term head) {
    int offset = at.offset();
    at.nextOrSpace();
    return finish(head, offset);
  }

  /** Goes on behind the name of a rule, where there may be space. */
  @Nullable Term finishHead(Term head) {
    int offset = at.offset();
    at.next();
    return finish(head, offset);
  }

  private @Nullable Term finish(Term head, int offset) {
    Term whole = rest(head, offset);
    if (whole != null && at.at(TokenKind.WHITESPACE)) {
      at.next();
    }
    return whole;
  }

  /** Whether an infix operator follows directly, which no name of a rule may have. */
  boolean operatorBehind() {
    int next = at.index() + 1;
    at.tokens().want(next);
    return !at.tokens().spaceBefore(next)
        && Operators.strength(at.tokens().kind(next)) != Operators.NONE;
  }

  private @Nullable Term rest(Term head, int offset) {
    return switch (at.kind()) {
      case LEFT_PAREN, DOT, LEFT_BRACKET -> ref(head, offset);
      default ->
          head instanceof Var v && (v.name().equals("input") || v.name().equals("data"))
              ? new Ref(List.of(head), head.span())
              : head;
    };
  }

  private @Nullable Term ref(Term head, int offset) {
    if (!at.enter(1)) {
      return null;
    }
    Term read = refInside(head, offset);
    at.leave(1);
    return read;
  }

  private @Nullable Term refInside(Term head, int offset) {
    Span place = head.span();
    if (head instanceof Scalar || head instanceof TemplateString || head instanceof Ref) {
      at.error(at.exact(place), "illegal ref (head cannot be " + TermNames.of(head) + ")");
    }
    List<Term> parts = new ArrayList<>();
    parts.add(head);
    while (true) {
      switch (at.kind()) {
        case DOT -> {
          at.nextOrSpace();
          if (!atName()) {
            at.unexpected("expected identifier");
            return null;
          }
          parts.add(new Scalar(StringValue.of(at.text()), at.span()));
          at.nextOrSpace();
        }
        case LEFT_PAREN -> {
          Ref operator = new Ref(parts, at.spanning(place, offset, at.lastEnd()));
          Term call = call(operator, offset);
          if (call == null || !at.at(TokenKind.DOT) && !at.at(TokenKind.LEFT_BRACKET)) {
            return call;
          }
          return ref(call, offset);
        }
        case LEFT_BRACKET -> {
          at.next();
          Term part = terms.infix();
          if (part == null) {
            return null;
          }
          if (!at.at(TokenKind.RIGHT_BRACKET)) {
            at.unexpected("expected [");
            return null;
          }
          parts.add(part);
          at.nextOrSpace();
        }
        default -> {
          return new Ref(parts, at.spanning(place, offset, at.lastEnd()));
        }
      }
    }
  }

  private boolean atName() {
    return at.at(TokenKind.IDENTIFIER) || features.keywordsInRefs() && at.kind().isKeyword();
  }

  private @Nullable Term call(Ref operator, int offset) {
    if (!at.enter(1)) {
      return null;
    }
    Term read = callInside(operator, offset);
    at.leave(1);
    return read;
  }

  private @Nullable Term callInside(Ref operator, int offset) {
    at.next();
    if (at.at(TokenKind.RIGHT_PAREN)) {
      Span span = at.spanning(operator.span(), offset, at.tokenEnd());
      at.nextOrSpace();
      boolean emptySet =
          operator.size() == 1 && operator.head() instanceof Var v && v.name().equals("set");
      return emptySet ? new SetTerm(List.of(), span) : new Call(operator, List.of(), span);
    }
    List<Term> args = terms.composites().list(TokenKind.RIGHT_PAREN, new ArrayList<>());
    if (args == null) {
      return null;
    }
    Span span = at.spanning(operator.span(), offset, at.tokenEnd());
    at.nextOrSpace();
    return new Call(operator, args, span);
  }
}

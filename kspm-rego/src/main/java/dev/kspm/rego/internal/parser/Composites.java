package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.ArrayComprehension;
import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.ObjectComprehension;
import dev.kspm.rego.internal.ast.ObjectTerm;
import dev.kspm.rego.internal.ast.SetComprehension;
import dev.kspm.rego.internal.ast.SetTerm;
import dev.kspm.rego.internal.ast.Term;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads arrays, sets, objects and comprehensions. A bar behind the first term means a comprehension
 * before it means a union. Each method leaves the last token of what it read as the current one.
 */
final class Composites {
  private final Cursor at;
  private final TermParser terms;
  private final Bodies bodies;

  Composites(Cursor at, TermParser terms, Bodies bodies) {
    this.at = at;
    this.terms = terms;
    this.bodies = bodies;
  }

  private Span from(Span open) {
    return at.spanning(open, open.start(), at.tokenEnd());
  }

  @Nullable Term array() {
    if (!at.enter(1)) {
      return null;
    }
    Term read = arrayInside();
    at.leave(1);
    return read;
  }

  private @Nullable Term arrayInside() {
    Span open = at.span();
    at.next();
    if (at.at(TokenKind.RIGHT_BRACKET)) {
      return new ArrayTerm(List.of(), from(open));
    }
    boolean maybeComprehension = passLeadingComma();
    Cursor.Mark mark = at.mark();
    Term head = terms.term();
    if (head == null) {
      return null;
    }
    switch (at.kind()) {
      case RIGHT_BRACKET -> {
        return new ArrayTerm(List.of(head), from(open));
      }
      case COMMA -> {
        at.next();
        List<Term> first = new ArrayList<>();
        first.add(head);
        return arrayOf(list(TokenKind.RIGHT_BRACKET, first), open);
      }
      case OR -> {
        if (maybeComprehension) {
          at.next();
          Body body = bodies.body(TokenKind.RIGHT_BRACKET);
          if (body != null) {
            return new ArrayComprehension(head, body, from(open));
          }
          if (!at.at(TokenKind.COMMA)) {
            return null;
          }
        }
      }
      default -> {}
    }
    at.back(mark);
    return arrayOf(list(TokenKind.RIGHT_BRACKET, new ArrayList<>()), open);
  }

  private @Nullable Term arrayOf(@Nullable List<Term> elements, Span open) {
    return elements == null ? null : new ArrayTerm(elements, from(open));
  }

  /** Passes the comma that may stand in front; with one there is no comprehension. */
  private boolean passLeadingComma() {
    if (at.at(TokenKind.COMMA)) {
      at.next();
      return false;
    }
    return true;
  }

  @Nullable Term setOrObject() {
    if (!at.enter(1)) {
      return null;
    }
    Term read = setOrObjectInside();
    at.leave(1);
    return read;
  }

  private @Nullable Term setOrObjectInside() {
    Span open = at.span();
    at.next();
    if (at.at(TokenKind.RIGHT_BRACE)) {
      return new ObjectTerm(List.of(), from(open));
    }
    boolean maybeComprehension = passLeadingComma();
    Cursor.Mark mark = at.mark();
    Term head = terms.term();
    if (head == null) {
      return null;
    }
    switch (at.kind()) {
      case OR -> {
        if (maybeComprehension) {
          return setOrComprehension(open, mark, head);
        }
      }
      case RIGHT_BRACE, COMMA -> {
        return set(open, head);
      }
      case COLON -> {
        return object(open, head, maybeComprehension);
      }
      default -> {}
    }
    at.back(mark);
    head = terms.infixInList();
    if (head == null) {
      return null;
    }
    switch (at.kind()) {
      case RIGHT_BRACE, COMMA -> {
        return set(open, head);
      }
      case COLON -> {
        return object(open, head, maybeComprehension);
      }
      default -> {
        at.unexpected("non-terminated set");
        return null;
      }
    }
  }

  private @Nullable Term set(Span open, Term head) {
    if (!at.enter(1)) {
      return null;
    }
    Term read = setInside(open, head);
    at.leave(1);
    return read;
  }

  private @Nullable Term setInside(Span open, Term head) {
    if (at.at(TokenKind.RIGHT_BRACE)) {
      return new SetTerm(List.of(head), from(open));
    }
    at.next();
    List<Term> first = new ArrayList<>();
    first.add(head);
    return setOf(list(TokenKind.RIGHT_BRACE, first), open);
  }

  private @Nullable Term setOf(@Nullable List<Term> elements, Span open) {
    return elements == null ? null : new SetTerm(elements, from(open));
  }

  private @Nullable Term setOrComprehension(Span open, Cursor.Mark mark, Term head) {
    if (!at.enter(1)) {
      return null;
    }
    Term read = setOrComprehensionInside(open, mark, head);
    at.leave(1);
    return read;
  }

  private @Nullable Term setOrComprehensionInside(Span open, Cursor.Mark mark, Term head) {
    at.next();
    Body body = bodies.body(TokenKind.RIGHT_BRACE);
    if (body != null) {
      return new SetComprehension(head, body, from(open));
    }
    if (!at.at(TokenKind.COMMA)) {
      return null;
    }
    at.back(mark);
    return setOf(list(TokenKind.RIGHT_BRACE, new ArrayList<>()), open);
  }

  private @Nullable Term object(Span open, Term key, boolean maybeComprehension) {
    if (!at.enter(1)) {
      return null;
    }
    Term read = objectInside(open, key, maybeComprehension);
    at.leave(1);
    return read;
  }

  private @Nullable Term objectInside(Span open, Term key, boolean maybeComprehension) {
    at.next();
    Cursor.Mark mark = at.mark();
    Term value = terms.term();
    if (value == null) {
      return null;
    }
    if (maybeComprehension && (at.at(TokenKind.RIGHT_BRACE) || at.at(TokenKind.COMMA))) {
      return objectFrom(open, key, value, true);
    }
    if (maybeComprehension && at.at(TokenKind.OR)) {
      Term comprehension = objectFrom(open, key, value, true);
      if (comprehension != null) {
        return comprehension;
      }
    }
    at.back(mark);
    value = terms.infixInList();
    if (value == null) {
      return null;
    }
    if (at.at(TokenKind.RIGHT_BRACE) || at.at(TokenKind.COMMA)) {
      return objectFrom(open, key, value, false);
    }
    at.unexpected("non-terminated object");
    return null;
  }

  private @Nullable Term objectFrom(Span open, Term key, Term value, boolean maybeComprehension) {
    if (!at.enter(1)) {
      return null;
    }
    Term read = objectFromInside(open, key, value, maybeComprehension);
    at.leave(1);
    return read;
  }

  private @Nullable Term objectFromInside(
      Span open, Term key, Term value, boolean maybeComprehension) {
    List<ObjectTerm.Member> members = new ArrayList<>();
    members.add(new ObjectTerm.Member(key, value));
    switch (at.kind()) {
      case RIGHT_BRACE -> {
        return new ObjectTerm(members, from(open));
      }
      case COMMA -> {
        at.next();
        return members(members) ? new ObjectTerm(members, from(open)) : null;
      }
      default -> {
        if (!maybeComprehension) {
          at.unexpected("non-terminated object");
          return null;
        }
        at.next();
        Body body = bodies.body(TokenKind.RIGHT_BRACE);
        return body == null ? null : new ObjectComprehension(key, value, body, from(open));
      }
    }
  }

  /** Reads the members behind a comma, up to the brace. */
  private boolean members(List<ObjectTerm.Member> members) {
    while (!at.at(TokenKind.RIGHT_BRACE)) {
      Term key = terms.infixInList();
      if (key == null) {
        return false;
      }
      if (!at.at(TokenKind.COLON)) {
        at.unexpected("expected \":\"");
        return false;
      }
      at.next();
      Term value = terms.infixInList();
      if (value == null) {
        return false;
      }
      members.add(new ObjectTerm.Member(key, value));
      if (at.at(TokenKind.COMMA)) {
        at.next();
      } else if (!at.at(TokenKind.RIGHT_BRACE)) {
        at.unexpected("expected \",\" or \"}\"");
        return false;
      }
    }
    return true;
  }

  /** Reads terms with commas between, up to {@code end}. */
  @Nullable List<Term> list(TokenKind end, List<Term> read) {
    while (!at.at(end)) {
      Term term = terms.infixInList();
      if (term == null) {
        return null;
      }
      read.add(term);
      if (at.at(TokenKind.COMMA)) {
        at.next();
      } else if (!at.at(end)) {
        at.unexpected("expected \",\" or \"" + end.text() + "\"");
        return null;
      }
    }
    return read;
  }
}

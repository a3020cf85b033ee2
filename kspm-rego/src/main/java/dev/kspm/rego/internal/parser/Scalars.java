package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.StringValue;
import org.jspecify.annotations.Nullable;

/** Reads numbers and strings. */
final class Scalars {
  private final Cursor at;

  Scalars(Cursor at) {
    this.at = at;
  }

  /** A number; the current token is its sign, its point or its digits. */
  @Nullable Term number() {
    Span place = at.span();
    StringBuilder text = new StringBuilder();
    if (at.at(TokenKind.MINUS)) {
      text.append('-');
      at.next();
      if (!at.at(TokenKind.NUMBER) && !at.at(TokenKind.DOT)) {
        at.unexpected("expected number");
        return null;
      }
    }
    if (at.at(TokenKind.DOT)) {
      text.append('.');
      at.next();
      if (!at.at(TokenKind.NUMBER)) {
        at.unexpected("expected number");
        return null;
      }
    }
    String digits = at.text();
    text.append(digits);
    boolean fraction = text.indexOf(".") == 0 || text.indexOf("-.") == 0;
    String source = at.source().text();
    boolean cut = at.tokenEnd() < source.length() && source.charAt(at.tokenEnd()) >= 0x80;
    char second = digits.length() > 1 ? digits.charAt(1) : cut ? '0' : '.';
    if (!fraction && digits.charAt(0) == '0' && Scanner.isDigit(second)) {
      at.unexpected("expected number without leading zero");
      return null;
    }
    if (cut) {
      at.unexpected("invalid float");
      return null;
    }
    String number = text.toString();
    if (fraction) {
      int point = number.indexOf('.');
      number = number.substring(0, point) + "0" + number.substring(point);
      if (digits.indexOf('.') >= 0) {
        at.unexpected("invalid float");
        return null;
      }
    }
    switch (NumberBounds.check(number)) {
      case INVALID -> at.unexpected("invalid float");
      case TOO_BIG -> at.error("number too big");
      default -> {
        return new Scalar(NumberValue.parse(number), place);
      }
    }
    return null;
  }

  /** A string; the current token is all of it. */
  @Nullable Term string() {
    String literal = at.text();
    if (at.at(TokenKind.RAW_STRING)) {
      return new Scalar(StringValue.of(literal.substring(1, literal.length() - 1)), at.span());
    }
    String value = Escapes.decode(literal, 1, literal.length() - 1);
    if (value == null) {
      at.error("illegal string literal: " + literal);
      return null;
    }
    return new Scalar(StringValue.of(value), at.span());
  }
}

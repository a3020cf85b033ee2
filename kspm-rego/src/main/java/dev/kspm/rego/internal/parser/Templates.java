package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.TemplatePart;
import dev.kspm.rego.internal.ast.TemplateString;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.value.StringValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads template strings. */
final class Templates {
  private final Cursor at;
  private final Bodies bodies;

  Templates(Cursor at, Bodies bodies) {
    this.at = at;
    this.bodies = bodies;
  }

  @Nullable Term template() {
    Span open = at.span();
    boolean raw = at.at(TokenKind.RAW_TEMPLATE_PART) || at.at(TokenKind.RAW_TEMPLATE_END);
    List<TemplatePart> parts = new ArrayList<>();
    int skip = 2;
    while (true) {
      boolean last = at.at(TokenKind.TEMPLATE_END) || at.at(TokenKind.RAW_TEMPLATE_END);
      if (!last && !at.at(TokenKind.TEMPLATE_PART) && !at.at(TokenKind.RAW_TEMPLATE_PART)) {
        at.error("expected template-string part");
        return null;
      }
      if (!text(parts, raw, skip)) {
        return null;
      }
      if (last) {
        return new TemplateString(parts, raw, at.spanning(open, open.start(), at.tokenEnd()));
      }
      int textEnd = at.tokenEnd();
      at.next();
      if (!expression(parts, at.tokens().commentWithin(textEnd, at.offset()))) {
        return null;
      }
      at.nextTemplateText(raw);
      skip = 0;
    }
  }

  private boolean text(List<TemplatePart> parts, boolean raw, int skip) {
    String token = at.text();
    String text = unescape(token, skip, token.length() - 1, raw);
    if (text == null) {
      at.error("illegal string literal: " + token);
      return false;
    }
    if (!text.isEmpty()) {
      parts.add(new Scalar(StringValue.of(text), at.span()));
    }
    return true;
  }

  private static @Nullable String unescape(String token, int start, int end, boolean raw) {
    if (token.indexOf('\\', start) < 0) {
      return token.substring(start, end);
    }
    String braces = token.substring(start, end);
    if (raw) {
      return braces.replace("\\{", "{");
    }
    return Escapes.decode(braces, 0, braces.length());
  }

  private boolean expression(List<TemplatePart> parts, boolean afterComment) {
    Span start = at.span();
    Expr expr = bodies.literal();
    if (expr == null) {
      at.error("invalid template-string expression");
      return false;
    }
    String wrong = refusal(expr);
    if (wrong != null) {
      at.error(start, "unexpected " + wrong + " in template-string expression");
      return false;
    }
    if (!at.at(TokenKind.RIGHT_BRACE)) {
      at.error("expected } to end template string expression");
      return false;
    }
    boolean constant =
        !afterComment
            && expr.withs().isEmpty()
            && expr.form() instanceof Expr.TermForm t
            && t.term() instanceof Scalar;
    parts.add(constant ? ((Expr.TermForm) expr.form()).term() : expr);
    return true;
  }

  private static @Nullable String refusal(Expr expr) {
    if (expr.negated() || expr.form() instanceof Expr.Negation) {
      return "negation ('not')";
    } else if (expr.form() instanceof Expr.SomeDeclaration) {
      return "'some'";
    } else if (expr.form() instanceof Expr.Every) {
      return "'every'";
    } else if (expr.form() instanceof Expr.CallForm call) {
      String name = call.name();
      if (name.equals("eq") && call.args().size() == 2) {
        return "unification ('=')";
      } else if (name.equals("assign") && call.args().size() == 2) {
        return "assignment (':=')";
      }
    }
    return null;
  }
}

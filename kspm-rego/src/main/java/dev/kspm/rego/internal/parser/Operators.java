package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.StringValue;
import java.util.List;

/** How tightly infix operators bind, and the builtins that they call. */
final class Operators {
  /** No operator binds as loosely. */
  static final int NONE = 0;

  static final int RELATION = 1;
  static final int TIGHTEST = 5;

  static final String MEMBER = "internal.member_2";
  static final String MEMBER_WITH_KEY = "internal.member_3";

  private Operators() {}

  static int strength(TokenKind kind) {
    return switch (kind) {
      case EQUAL, NEQ, LT, GT, LTE, GTE -> RELATION;
      case OR -> 2;
      case AND -> 3;
      case PLUS, MINUS -> 4;
      case MUL, DIV, REM -> TIGHTEST;
      default -> NONE;
    };
  }

  static Ref ref(String builtin, Span span) {
    int dot = builtin.indexOf('.');
    if (dot < 0) {
      return new Ref(List.of(new Var(builtin, span)), span);
    }
    return new Ref(
        List.of(
            new Var(builtin.substring(0, dot), span),
            new Scalar(StringValue.of(builtin.substring(dot + 1)), span)),
        span);
  }
}

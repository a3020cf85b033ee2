package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Ref;

/** Reports calls of functions that do not exist, and calls of rules' functions with wrong arity. */
final class UndefinedFunctions extends TreeWalker {
  private final Compilation compilation;
  private final Functions functions;

  UndefinedFunctions(Compilation compilation, Functions functions) {
    this.compilation = compilation;
    this.functions = functions;
  }

  @Override
  void expr(Expr expr) {
    if (expr.form() instanceof Expr.CallForm call) {
      check(expr, call);
    }
    super.expr(expr);
  }

  private void check(Expr expr, Expr.CallForm call) {
    Ref operator = call.operator();
    int given = call.args().size() - (expr.generated() ? 1 : 0);
    int arity = functions.of(operator);
    if (arity < 0 && (functions.definitions(operator).isEmpty() || given == 0)) {
      compilation.error(
          Codes.TYPE,
          expr.span(),
          "undefined function " + new RewrittenText(compilation).text(operator));
    } else if (functions.builtin(operator) == null && !fits(expr, given, arity)) {
      compilation.error(
          Codes.TYPE,
          expr.span(),
          "function "
              + operator
              + " has arity "
              + Math.max(arity, 0)
              + ", got "
              + given
              + (given == 1 ? " argument" : " arguments"));
    }
  }

  /** A call that is an expression of its own may take the result as one more argument. */
  private static boolean fits(Expr expr, int given, int arity) {
    return given == arity || !expr.generated() && given == arity + 1;
  }
}

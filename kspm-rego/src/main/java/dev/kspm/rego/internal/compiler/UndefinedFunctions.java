package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.BuiltinDescriptor;
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
    int arity = functions.of(operator);
    BuiltinDescriptor builtin = functions.builtin(operator);
    if (arity < 0) {
      compilation.error(
          Codes.TYPE,
          expr.span(),
          "undefined function " + new RewrittenText(compilation).text(operator));
    } else if (builtin == null && call.args().size() > arity + 1) {
      int given = call.args().size() - (expr.generated() ? 1 : 0);
      compilation.error(
          Codes.TYPE,
          expr.span(),
          "function "
              + operator
              + " has arity "
              + arity
              + ", got "
              + given
              + (given == 1 ? " argument" : " arguments"));
    } else if (builtin == null && call.args().size() < arity) {
      int given = call.args().size();
      compilation.error(
          Codes.TYPE,
          expr.span(),
          "function "
              + operator
              + " has arity "
              + arity
              + ", got "
              + given
              + (given == 1 ? " argument" : " arguments"));
    }
  }
}

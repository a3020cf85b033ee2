package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports calls of functions that do not exist, and calls of rules' functions with wrong arity. */
final class UndefinedFunctions extends TreeWalker {
  private final Compilation compilation;
  private final Functions functions;
  private final TypeErrors errors;
  private final TypeChecker types;
  private final TypeScope unknown;

  UndefinedFunctions(Compilation compilation, Functions functions) {
    this.compilation = compilation;
    this.functions = functions;
    this.errors = new TypeErrors(compilation);
    this.types = new TypeChecker(compilation, functions, new DependencyGraph(Map.of()));
    this.unknown = types.scope(new DocumentTypes());
  }

  @Override
  void expr(Expr expr) {
    if (expr.form() instanceof Expr.CallForm call && !isEquality(call)) {
      check(expr, call);
    }
    super.expr(expr);
  }

  private void check(Expr expr, Expr.CallForm call) {
    Ref operator = call.operator();
    int given = call.args().size() - (expr.generated() ? 1 : 0);
    int arity = functions.of(operator);
    BuiltinDescriptor builtin = functions.builtin(operator);
    if (arity < 0) {
      compilation.error(errors.undefined(expr, operator));
    } else if (builtin != null) {
      if (!fits(expr, given, arity)) {
        List<@Nullable RegoType> have = new ArrayList<>();
        call.args().forEach(arg -> have.add(types.type(arg, unknown)));
        compilation.error(
            errors.arguments(expr.span(), operator, "arity mismatch", have, builtin.type().args()));
      }
    } else if (!fits(expr, given, arity)) {
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

  private static boolean isEquality(Expr.CallForm call) {
    String name = call.operator().size() == 1 ? Refs.root(call.operator()) : null;
    return call.args().size() == 2 && ("eq".equals(name) || "assign".equals(name));
  }

  /** A call that is an expression of its own may take the result as one more argument. */
  private static boolean fits(Expr expr, int given, int arity) {
    return given == arity || !expr.generated() && given == arity + 1;
  }
}

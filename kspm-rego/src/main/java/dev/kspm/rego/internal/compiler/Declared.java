package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the variables that a body declares with {@code :=} or {@code some}. */
final class Declared extends TreeWalker {
  private final Set<String> names = new LinkedHashSet<>();

  private Declared() {}

  /** Closures have declarations of their own, which do not count. */
  static Set<String> in(Body body) {
    Declared d = new Declared();
    body.exprs().forEach(d::expr);
    return d.names;
  }

  static Set<String> in(Expr expr) {
    Declared d = new Declared();
    d.expr(expr);
    return d.names;
  }

  static boolean isAssignment(Expr expr) {
    return expr.form() instanceof Expr.CallForm c
        && c.operator().size() == 1
        && c.operator().head() instanceof Var v
        && v.name().equals("assign");
  }

  @Override
  void form(Expr.Form form) {
    if (form instanceof Expr.CallForm c
        && c.operator().size() == 1
        && c.operator().head() instanceof Var v
        && v.name().equals("assign")
        && c.args().size() == 2) {
      names.addAll(Variables.all(c.args().get(0)));
    } else if (form instanceof Expr.SomeDeclaration some) {
      some.symbols().forEach(this::symbol);
    }
  }

  private void symbol(Term symbol) {
    if (symbol instanceof Var v) {
      names.add(v.name());
    } else if (symbol instanceof Call call) {
      List<Term> args = call.args();
      args.subList(0, args.size() - 1).forEach(arg -> names.addAll(Variables.all(arg)));
    }
  }
}

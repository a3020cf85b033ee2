package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Module;
import java.util.Collection;

/** Reports calls of builtins that are not allowed, or that are deprecated and the module is v1. */
final class BuiltinChecks {
  private final Compilation compilation;

  BuiltinChecks(Compilation compilation) {
    this.compilation = compilation;
  }

  void check(Collection<Module> modules) {
    if (!compilation.options.unsafeBuiltins().isEmpty()) {
      Calls unsafe = new Calls(true, false);
      modules.forEach(unsafe::module);
      compilation.stopOnErrors();
    }
    for (Module module : modules) {
      if (module.isV1() || compilation.options.strict()) {
        new Calls(false, true).module(module);
      }
    }
  }

  /** A query may call what is deprecated. */
  void check(Body query) {
    new Calls(true, false).body(query);
  }

  private final class Calls extends TreeWalker {
    private final boolean unsafe;
    private final boolean deprecated;

    Calls(boolean unsafe, boolean deprecated) {
      this.unsafe = unsafe;
      this.deprecated = deprecated;
    }

    @Override
    void expr(Expr expr) {
      if (expr.form() instanceof Expr.CallForm call) {
        BuiltinDescriptor builtin = compilation.builtin(call.operator());
        if (builtin != null) {
          if (unsafe && compilation.options.unsafeBuiltins().contains(builtin.name())) {
            compilation.error(
                Codes.TYPE,
                expr.span(),
                "unsafe built-in function calls in expression: " + builtin.name());
          }
          if (deprecated && builtin.deprecated()) {
            compilation.lint(
                Codes.TYPE,
                expr.span(),
                "deprecated built-in function calls in expression: " + builtin.name());
          }
        }
      }
      super.expr(expr);
    }
  }
}

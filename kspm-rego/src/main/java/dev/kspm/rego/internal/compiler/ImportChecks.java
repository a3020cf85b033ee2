package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Import;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import java.util.HashMap;
import java.util.Map;

/** What v1 (and strict mode) forbids about names: imports that shadow, and overriding documents. */
final class ImportChecks {
  private final Compilation compilation;

  ImportChecks(Compilation compilation) {
    this.compilation = compilation;
  }

  boolean applies(Module module) {
    return module.isV1() || compilation.options.strict();
  }

  void checkOverrides(Module module) {
    if (!applies(module)) {
      return;
    }
    for (Rule first : module.rules()) {
      for (Rule rule = first; rule != null; rule = rule.elseRule()) {
        String name = Refs.headName(rule.head().ref());
        if (Refs.isRootDocument(name)) {
          compilation.lint(
              rule.span(), "rules must not shadow " + name + " (use a different rule name)");
        }
      }
    }
    overrides().module(module);
  }

  private TreeWalker overrides() {
    return new TreeWalker() {
      @Override
      void expr(Expr expr) {
        if (Declared.isAssignment(expr)) {
          Term target = ((Expr.CallForm) expr.form()).args().get(0);
          String name = target.toString();
          if (Refs.isRootDocument(name)) {
            compilation.lint(
                expr.span(),
                "variables must not shadow " + name + " (use a different variable name)");
          }
        }
        super.expr(expr);
      }
    };
  }

  void checkArguments(Module module) {
    for (Rule first : module.rules()) {
      for (Rule rule = first; rule != null; rule = rule.elseRule()) {
        Span owner = rule.span();
        if (rule.head().args() != null) {
          rule.head().args().forEach(arg -> checkArgument(arg, owner));
        }
      }
    }
  }

  private void checkArgument(Term arg, Span owner) {
    new TreeWalker() {
      @Override
      void term(Term term) {
        String name =
            term instanceof Var v
                ? v.name()
                : term instanceof Ref ref && ref.size() == 1 ? Refs.root(ref) : null;
        if (name != null && Refs.isRootDocument(name)) {
          compilation.error(
              Codes.COMPILE,
              owner,
              "args must not shadow " + name + " (use a different variable name)");
        } else if (!(term instanceof Ref)) {
          children(term);
        }
      }
    }.term(arg);
  }

  void checkDuplicates(Module module) {
    if (!applies(module)) {
      return;
    }
    Map<String, Import> seen = new HashMap<>();
    for (Import imp : module.imports()) {
      Import first = seen.putIfAbsent(imp.name(), imp);
      if (first != null) {
        compilation.lint(imp.span(), "import must not shadow " + first);
      }
    }
  }
}

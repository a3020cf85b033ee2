package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Import;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.SetTerm;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import java.util.HashMap;
import java.util.List;
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
    for (Rule rule : module.rules()) {
      String name = Refs.headName(rule.head().ref());
      if (Refs.isRootDocument(name)) {
        compilation.lint(
            rule.span(), "rules must not shadow " + name + " (use a different rule name)");
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
    for (Rule rule : module.rules()) {
      if (rule.head().args() != null) {
        new ArgumentCheck(rule.span()).all(rule.head().args());
      }
    }
  }

  /** Reports the first variable of a parameter that has the name of a root document. */
  private final class ArgumentCheck extends TreeWalker {
    private final Span owner;
    private boolean found;

    ArgumentCheck(Span owner) {
      this.owner = owner;
    }

    void all(List<Term> args) {
      args.forEach(this::term);
    }

    @Override
    void set(SetTerm set) {}

    @Override
    void comprehension(Term comprehension) {}

    @Override
    void term(Term term) {
      if (found) {
        return;
      }
      String name =
          term instanceof Var v
              ? v.name()
              : term instanceof Ref ref && ref.size() == 1 ? Refs.root(ref) : null;
      if (name != null && Refs.isRootDocument(name)) {
        found = true;
        compilation.error(
            Codes.COMPILE,
            owner,
            "args must not shadow " + name + " (use a different variable name)");
      } else if (!(term instanceof Ref || term instanceof Call)) {
        children(term);
      }
    }
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

package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.BuiltinDescriptor;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.Term;
import java.util.Collection;

/** Reports calls without a value that are used as one. */
final class VoidCalls extends TreeWalker {
  private final Compilation compilation;

  VoidCalls(Compilation compilation) {
    this.compilation = compilation;
  }

  void check(Collection<Module> modules) {
    modules.forEach(this::module);
  }

  void check(Body body) {
    body(body);
  }

  @Override
  void term(Term term) {
    if (term instanceof Call call) {
      BuiltinDescriptor builtin = compilation.builtin(call.operator());
      if (builtin != null && builtin.type().result() == null) {
        compilation.error(
            Codes.TYPE, call.span(), new RewrittenText(compilation).text(call) + " used as value");
      }
    }
    children(term);
  }
}

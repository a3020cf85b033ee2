package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Node;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;

/** The text of a rewritten tree with the names that stand in the source. */
final class RewrittenText extends TreeRewriter {
  private final Compilation compilation;
  private final boolean calls;

  RewrittenText(Compilation compilation) {
    this(compilation, true);
  }

  private RewrittenText(Compilation compilation, boolean calls) {
    this.compilation = compilation;
    this.calls = calls;
  }

  /** With variables for results of calls as they are. */
  static RewrittenText ofNames(Compilation compilation) {
    return new RewrittenText(compilation, false);
  }

  /**
   * As OPA words it: a part of a reference that stands for a call is told as that call; variables
   * for calls further inside stay.
   */
  String text(Term term) {
    Node original;
    if (term instanceof Ref ref) {
      original = new Ref(map(ref.parts(), this::part), ref.span());
    } else {
      original = part(term);
    }
    return original.toString();
  }

  private Term part(Term part) {
    Term call = calls && part instanceof Var v ? compilation.calls.get(v.name()) : null;
    return term(call == null ? part : call);
  }

  /** An assignment is told as the equality that it has become. */
  @Override
  Ref operator(Ref operator) {
    return operator.size() == 1 && "assign".equals(Refs.root(operator))
        ? Refs.of("eq", operator.span())
        : operator;
  }

  @Override
  Term term(Term term) {
    if (term instanceof Var v) {
      String written = compilation.written.get(v.name());
      return written == null ? v : new Var(written, v.span());
    }
    return children(term);
  }
}

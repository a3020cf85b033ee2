package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Var;

/** Turns {@code ==} and {@code :=} into {@code =}: from here on order alone decides what binds. */
final class Equals extends TreeRewriter {
  @Override
  Ref operator(Ref operator) {
    if (operator.size() == 1
        && operator.head() instanceof Var v
        && (v.name().equals("equal") || v.name().equals("assign"))) {
      return Refs.of("eq", operator.span());
    }
    return operator;
  }
}

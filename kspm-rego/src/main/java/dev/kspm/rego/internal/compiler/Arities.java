package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Ref;

/** The number of parameters of what is called. */
@FunctionalInterface
interface Arities {
  int UNKNOWN = -1;

  /** The arity, or {@link #UNKNOWN}. */
  int of(Ref operator);
}

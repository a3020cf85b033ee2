package dev.kspm.rego.internal.plan;

import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.compiler.CompiledRule;
import java.util.List;

/**
 * One definition of a rule set.
 *
 * @param compiled what the compiler knows of it
 * @param keys the parts of its reference below the rule set's place
 * @param element whether it adds an element to a set there
 */
public record Definition(CompiledRule compiled, List<Term> keys, boolean element) {
  public Definition {
    keys = List.copyOf(keys);
  }

  /** The rule with its {@code else} links. */
  public Rule rule() {
    return compiled.rule();
  }
}

package dev.kspm.rego.internal.plan;

import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Term;
import java.util.List;

/**
 * One definition of a rule set.
 *
 * @param rule with its {@code else} links
 * @param keys the parts of its reference below the rule set's place
 * @param element whether it adds an element to a set there
 */
public record Definition(Rule rule, List<Term> keys, boolean element) {
  public Definition {
    keys = List.copyOf(keys);
  }
}

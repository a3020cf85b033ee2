package dev.kspm.rego;

import dev.kspm.rego.diagnostic.Span;

/**
 * One definition of a rule or function.
 *
 * @param ref such as {@code data.example.allow}; parts that are not constant are left out
 * @param packageRef the package of its module, such as {@code data.example}
 * @param arity the number of parameters, -1 for a rule that is not a function
 * @param isDefault whether it is a {@code default}
 * @param span where its head stands
 */
public record RuleInfo(String ref, String packageRef, int arity, boolean isDefault, Span span) {
  public boolean isFunction() {
    return arity >= 0;
  }
}

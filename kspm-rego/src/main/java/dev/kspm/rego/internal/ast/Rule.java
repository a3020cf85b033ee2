package dev.kspm.rego.internal.ast;

import dev.kspm.rego.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One definition of a rule or function.
 *
 * @param elseRule the next link of an {@code else} chain, with the same ref and parameters
 * @param annotations those whose scope is this rule or document
 */
public record Rule(
    boolean isDefault,
    Head head,
    Body body,
    @Nullable Rule elseRule,
    List<Annotations> annotations,
    Span span)
    implements Node, Statement {
  public Rule {
    annotations = List.copyOf(annotations);
  }

  public Rule withAnnotations(List<Annotations> wanted) {
    return new Rule(isDefault, head, body, elseRule, wanted, span);
  }

  @Override
  public String toString() {
    return AstText.of(this);
  }
}

package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Head;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import java.util.List;

/**
 * One definition of a rule or function with its {@code else} chain. Immutable; equal only to
 * itself.
 */
public final class CompiledRule {
  private final Module module;
  private final Rule rule;
  private final Ref ref;
  private final int groundSize;

  CompiledRule(Module module, Rule rule) {
    this.module = module;
    this.rule = rule;
    this.ref = Refs.ofRule(module.packageDeclaration().path(), rule.head().ref());
    int ground = 1;
    while (ground < ref.size() && ref.operand(ground) instanceof Scalar) {
      ground++;
    }
    this.groundSize = ground;
  }

  /** The module that it stands in. */
  public Module module() {
    return module;
  }

  /** The first link of the chain; {@code rule().elseRule()} is the next. */
  public Rule rule() {
    return rule;
  }

  public Head head() {
    return rule.head();
  }

  /** The whole reference: {@code data}, the package and the head's reference. */
  public Ref ref() {
    return ref;
  }

  /** How many leading parts of {@link #ref} are constants; the rest are its dynamic operands. */
  public int groundSize() {
    return groundSize;
  }

  /** The operands of {@link #ref} after the constant ones, beginning with a variable. */
  public List<Term> dynamicOperands() {
    return ref.parts().subList(groundSize, ref.size());
  }

  /** Whether it has parameters; {@code f() := 1} has none and is a plain rule. */
  public boolean isFunction() {
    return rule.head().args() != null && !rule.head().args().isEmpty();
  }

  public boolean isDefault() {
    return rule.isDefault();
  }

  /** Whether it adds elements to a set ({@code contains}). */
  public boolean isPartialSet() {
    return rule.head().isPartialSet();
  }

  /** {@code data.a.p} and the place. */
  @Override
  public String toString() {
    return ref + " at " + rule.span();
  }
}

package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.internal.ast.With;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A reference in a link of a rule, with what it can reach.
 *
 * @param written as it stands there
 * @param narrowed with known values in place of variables that have just one
 * @param reached rules that it may reach
 * @param index of the expression of the body that holds it; after all others for the head
 * @param bound variables that may have a value when it is evaluated
 */
record RuleReference(
    Rule link, Ref written, Ref narrowed, Set<CompiledRule> reached, int index, Set<String> bound) {

  /** All references of a link to rules, those of the body first. */
  static List<RuleReference> of(Rule link, RuleUses uses) {
    Collector collector = new Collector(link, uses);
    for (Expr expr : link.body().exprs()) {
      collector.expr(expr);
      collector.next(expr);
    }
    collector.head(link.head());
    return collector.found;
  }

  /**
   * Whether it reaches a rule whatever its variables hold: one that has no value yet stands for
   * everything.
   */
  boolean isSure(CompiledRule rule) {
    for (int i = 1; i < Math.min(narrowed.size(), rule.ref().size()); i++) {
      Value name = Terms.constant(rule.ref().operand(i));
      if (name != null
          && !isEnumerated(narrowed.operand(i))
          && !Objects.equals(name, Terms.constant(narrowed.operand(i)))) {
        return false;
      }
    }
    return true;
  }

  /** The places of operands that must be equal to the rule's for the reference to reach it. */
  List<Integer> conditions(CompiledRule rule) {
    List<Integer> places = new ArrayList<>();
    for (int i = 1; i < Math.min(narrowed.size(), rule.ref().size()); i++) {
      Value name = Terms.constant(rule.ref().operand(i));
      Value own = Terms.constant(narrowed.operand(i));
      boolean asked = name != null && !isEnumerated(narrowed.operand(i));
      if (asked && own == null) {
        places.add(i);
      } else if (asked && !Objects.equals(own, name)) {
        break;
      }
    }
    return places;
  }

  private boolean isEnumerated(Term operand) {
    return operand instanceof Var v
        && !bound.contains(v.name())
        && narrowed.parts().stream()
                .skip(1)
                .filter(p -> p instanceof Var other && other.name().equals(v.name()))
                .count()
            == 1;
  }

  private static final class Collector extends TreeWalker {
    private final List<RuleReference> found = new ArrayList<>();
    private final Rule link;
    private final RuleUses uses;
    private final KnownValues known;
    private Set<String> bound;
    private int index;

    Collector(Rule link, RuleUses uses) {
      this.link = link;
      this.uses = uses;
      this.known = new KnownValues(link.body());
      this.bound = Variables.all(link.head());
    }

    void next(Expr expr) {
      index++;
      bound = new HashSet<>(bound);
      bound.addAll(Variables.all(expr));
    }

    @Override
    void operator(Ref operator) {
      add(operator);
    }

    @Override
    void with(With with) {
      term(with.target());
      term(with.value());
    }

    @Override
    void term(Term term) {
      if (term instanceof Ref ref) {
        add(ref);
      }
      children(term);
    }

    private void add(Ref ref) {
      if (!Refs.startsWithData(ref)) {
        return;
      }
      List<Ref> all = known.narrowed(ref, index);
      Set<CompiledRule> reached = new LinkedHashSet<>();
      all.forEach(one -> reached.addAll(uses.reached(one)));
      if (!reached.isEmpty()) {
        Ref narrowed = all.size() == 1 ? all.get(0) : ref;
        found.add(new RuleReference(link, ref, narrowed, reached, index, bound));
      }
    }
  }
}

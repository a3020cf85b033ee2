package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Head;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.TermNames;
import dev.kspm.rego.internal.ast.Var;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the rule that a query at the top of a module stands for: {@code p := 1}, {@code p[x]}. */
final class RuleFromBody {
  private final Set<String> builtins;
  private final V1Rules v1Rules;
  private String problem = "";

  /**
   * For one module.
   *
   * @param builtins the names that a call as a rule may not have
   */
  RuleFromBody(Set<String> builtins, V1Rules v1Rules) {
    this.builtins = builtins;
    this.v1Rules = v1Rules;
  }

  /** Why there was no rule. */
  String problem() {
    return problem;
  }

  /** The rule, or {@code null} with a {@link #problem}. */
  @Nullable Rule rule(Body body) {
    if (body.exprs().size() != 1) {
      return no("multiple expressions cannot be used for rule head");
    }
    Expr expr = body.exprs().get(0);
    if (!expr.withs().isEmpty()) {
      return no("expressions using with keyword cannot be used for rule head");
    }
    if (expr.negated()) {
      return no("negated expressions cannot be used for rule head");
    }
    if (expr.form() instanceof Expr.SomeDeclaration) {
      return no("'some' declarations cannot be used for rule head");
    }
    if (expr.form() instanceof Expr.TermForm t) {
      return fromTerm(t.term());
    }
    if (!(expr.form() instanceof Expr.CallForm call)) {
      return no("expression cannot be used for rule head");
    }
    String name = call.name();
    if ((name.equals("eq") || name.equals("assign")) && call.args().size() == 2) {
      return fromEquality(
          call.args().get(0), call.args().get(1), name.equals("assign"), expr.span());
    }
    if (builtins.contains(name)) {
      return no("rule name conflicts with built-in function");
    }
    return fromCall(call);
  }

  private @Nullable Rule no(String why) {
    problem = why;
    return null;
  }

  private Rule made(Head head, Span place, Span bodyPlace, boolean generatedValue) {
    Rule rule = new Rule(false, head, Rules.truth(bodyPlace), null, List.of(), place);
    v1Rules.check(rule, false, false, generatedValue);
    return rule;
  }

  private @Nullable Rule fromTerm(Term term) {
    if (!(term instanceof Ref ref)) {
      return no(TermNames.of(term) + " cannot be used for rule name");
    }
    if (ref.size() == 1) {
      return no("refs cannot be used for rule head");
    }
    if (!(ref.head() instanceof Var)) {
      return no("invalid rule head: " + ref);
    }
    Span place = ref.span();
    if (ref.size() > 2) {
      return made(new Head(ref, null, null, Rules.yes(place), false, place), place, place, true);
    }
    Ref name = new Ref(List.of(ref.head()), ref.head().span());
    return made(new Head(name, null, ref.operand(1), null, false, place), place, place, false);
  }

  private @Nullable Rule fromEquality(Term left, Term right, boolean assign, Span place) {
    Ref ref;
    List<Term> args = null;
    Term key = null;
    if (left instanceof Call call) {
      ref = call.operator();
      args = call.args();
    } else if (left instanceof Ref r) {
      ref = r;
      key = r.size() == 2 ? r.operand(1) : null;
    } else if (left instanceof Var v) {
      ref = new Ref(List.of(v), v.span());
    } else {
      return no(TermNames.of(left) + " cannot be used for rule name");
    }
    if (!(ref.head() instanceof Var)) {
      return no(
          left instanceof Call ? "call cannot be used for rule name" : "invalid rule head: " + ref);
    }
    Head head = new Head(ref, args, key, right, assign, place);
    return made(key == null ? head : head.named(), place, right.span(), false);
  }

  private @Nullable Rule fromCall(Expr.CallForm call) {
    if (call.args().isEmpty()) {
      return no("rule argument list must take at least one argument");
    }
    Ref ref = call.operator();
    if (!(ref.head() instanceof Var)) {
      return no("invalid rule head: " + ref);
    }
    Span place = ref.span();
    return made(
        new Head(ref, call.args(), null, Rules.yes(place), false, place), place, place, false);
  }
}

package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Tells which variables an expression binds once others are bound. */
final class OutputVariables {
  private final Arities arities;

  OutputVariables(Arities arities) {
    this.arities = arities;
  }

  Set<String> of(List<Expr> exprs, Set<String> safe) {
    Set<String> outputs = new LinkedHashSet<>(safe);
    for (Expr expr : exprs) {
      outputs.addAll(of(expr, outputs));
    }
    outputs.removeAll(safe);
    return outputs;
  }

  Set<String> of(Body body, Set<String> safe) {
    return of(body.exprs(), safe);
  }

  Set<String> of(Expr expr, Set<String> safe) {
    if (expr.negated()) {
      return Set.of();
    }
    Expr.Form form = expr.form();
    if (form instanceof Expr.TermForm t) {
      return iterated(List.of(t.term()), safe);
    } else if (form instanceof Expr.CallForm call) {
      return ofCall(call, safe);
    } else if (form instanceof Expr.Every every) {
      return iterated(List.of(every.domain()), safe);
    }
    return Set.of();
  }

  private Set<String> ofCall(Expr.CallForm call, Set<String> safe) {
    List<Term> args = call.args();
    String name = call.operator().size() == 1 ? Refs.root(call.operator()) : null;
    if ("eq".equals(name) || "assign".equals(name)) {
      return args.size() == 2
          ? ofEquality(args.get(0), args.get(1), "assign".equals(name), safe)
          : Set.of();
    }
    int arity = arities.of(call.operator());
    if (arity < 0) {
      return Set.of();
    }
    Set<String> outputs = iterated(args, safe);
    if (arity >= args.size()) {
      return outputs;
    }
    Set<String> inputs = Variables.ofArguments(args.subList(0, arity));
    inputs.removeAll(outputs);
    if (!safe.containsAll(inputs)) {
      return Set.of();
    }
    outputs.addAll(Variables.ofArguments(args.subList(arity, args.size())));
    return outputs;
  }

  /** What an equality, or an assignment, binds. */
  Set<String> ofEquality(Term left, Term right, boolean assigns, Set<String> safe) {
    Set<String> outputs = iterated(List.of(left, right), safe);
    Set<String> known = new HashSet<>(safe);
    known.addAll(outputs);
    Set<String> bound = Unification.binds(known, left, right);
    if (assigns) {
      bound.retainAll(Variables.all(left));
    }
    outputs.addAll(bound);
    outputs.removeAll(safe);
    return outputs;
  }

  /** What references iterate over, when their heads are bound. */
  private Set<String> iterated(List<Term> terms, Set<String> safe) {
    Set<String> outputs = new LinkedHashSet<>();
    Iterated walker = new Iterated(safe, outputs);
    terms.forEach(walker::term);
    return outputs;
  }

  private static final class Iterated extends TreeWalker {
    private final Set<String> safe;
    private final Set<String> outputs;

    Iterated(Set<String> safe, Set<String> outputs) {
      this.safe = safe;
      this.outputs = outputs;
    }

    @Override
    void term(Term term) {
      if (Terms.isComprehension(term)) {
        return;
      } else if (term instanceof Ref ref) {
        if (!isHeadSafe(ref, safe::contains)) {
          return;
        }
        outputs.addAll(Variables.ofOperands(ref));
      }
      children(term);
    }
  }

  /**
   * Whether a reference can be evaluated as far as its head goes. Composites in front of a
   * reference are not looked into: safety asks for their variables anyway.
   */
  static boolean isHeadSafe(Ref ref, Predicate<String> safe) {
    if (ref.head() instanceof Var v) {
      return safe.test(v.name());
    }
    return !(ref.head() instanceof Call call) || isCallSafe(call, safe);
  }

  /** Whether a call that stands as a term has its arguments. */
  static boolean isCallSafe(Call call, Predicate<String> safe) {
    return call.args().stream().flatMap(a -> Variables.forSafety(a).stream()).allMatch(safe);
  }
}

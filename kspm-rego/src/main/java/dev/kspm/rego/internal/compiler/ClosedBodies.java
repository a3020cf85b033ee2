package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.ArrayComprehension;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.ObjectComprehension;
import dev.kspm.rego.internal.ast.SetComprehension;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import java.util.HashSet;
import java.util.Set;

/**
 * Rewrites the bodies of closures, and the results of comprehensions, telling which variables are
 * bound there: what print calls and template strings may use.
 */
abstract class ClosedBodies extends TreeRewriter {
  /** Bound where the rewriter stands. */
  private Set<String> safe;

  ClosedBodies(Set<String> safe) {
    this.safe = safe;
  }

  final Set<String> safe() {
    return safe;
  }

  /** A whole body in which these variables are bound from the start. */
  abstract Body closedBody(Body body, Set<String> bound);

  /** What such a body binds. */
  abstract Set<String> outputs(Body body, Set<String> bound);

  @Override
  Body body(Body body) {
    return closedBody(body, safe);
  }

  @Override
  Expr.Form form(Expr.Form form) {
    if (form instanceof Expr.Every every) {
      Term domain = term(every.domain());
      Set<String> inside = new HashSet<>(safe);
      if (every.key() instanceof Var key) {
        inside.add(key.name());
      }
      if (every.value() instanceof Var value) {
        inside.add(value.name());
      }
      Body body = closedBody(every.body(), inside);
      return same(domain, every.domain()) && same(body, every.body())
          ? every
          : new Expr.Every(every.key(), every.value(), domain, body, every.span());
    }
    return super.form(form);
  }

  @Override
  Term comprehension(Term term) {
    Set<String> outside = safe;
    try {
      if (term instanceof ArrayComprehension c) {
        Body body = closedBody(c.body(), outside);
        Term element = inside(c.body(), c.term());
        return same(body, c.body()) && same(element, c.term())
            ? c
            : new ArrayComprehension(element, body, c.span());
      } else if (term instanceof SetComprehension c) {
        Body body = closedBody(c.body(), outside);
        Term element = inside(c.body(), c.term());
        return same(body, c.body()) && same(element, c.term())
            ? c
            : new SetComprehension(element, body, c.span());
      }
      ObjectComprehension c = (ObjectComprehension) term;
      Body body = closedBody(c.body(), outside);
      Term key = inside(c.body(), c.key());
      safe = outside;
      Term value = inside(c.body(), c.value());
      return same(body, c.body()) && same(key, c.key()) && same(value, c.value())
          ? c
          : new ObjectComprehension(key, value, body, c.span());
    } finally {
      safe = outside;
    }
  }

  private Term inside(Body body, Term result) {
    Set<String> bound = new HashSet<>(safe);
    bound.addAll(outputs(body, safe));
    safe = bound;
    return term(result);
  }
}

package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Head;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.SetTerm;
import dev.kspm.rego.internal.ast.TemplateString;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.internal.ast.With;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects names of variables, in reading order. */
final class Variables extends TreeWalker {
  /** What is passed by. */
  enum Skip {
    REF_HEADS,
    OPERATORS,
    CLOSURES,
    SETS,
    OBJECT_KEYS
  }

  /** What counts when an expression's safety is asked: everything outside of closures. */
  private static final Set<Skip> SAFETY = Set.of(Skip.OPERATORS, Skip.CLOSURES);

  /** What may be bound by unification. */
  private static final Set<Skip> PATTERN = Set.of(Skip.REF_HEADS, Skip.OBJECT_KEYS, Skip.CLOSURES);

  private static final Set<Skip> OUTPUT_ARGUMENT =
      Set.of(Skip.REF_HEADS, Skip.OBJECT_KEYS, Skip.CLOSURES, Skip.SETS);
  private static final Set<Skip> OPERANDS = Set.of(Skip.REF_HEADS);
  private static final Set<Skip> OPEN = Set.of(Skip.CLOSURES);
  private static final Set<Skip> NO_OPERATORS = Set.of(Skip.OPERATORS);
  private static final Set<Skip> ALL = Set.of();

  private final Set<Skip> skip;
  private final Set<String> found = new LinkedHashSet<>();

  private Variables(Set<Skip> skip) {
    this.skip = skip;
  }

  static Set<String> all(Term term) {
    return of(ALL, term);
  }

  static Set<String> all(Body body) {
    Variables v = new Variables(ALL);
    v.body(body);
    return v.found;
  }

  static Set<String> all(Expr expr) {
    Variables v = new Variables(ALL);
    v.expr(expr);
    return v.found;
  }

  static Set<String> all(Head head) {
    Variables v = new Variables(ALL);
    v.head(head);
    return v.found;
  }

  /** What an expression must have bound before, or binds itself; closures not counted. */
  static Set<String> forSafety(Expr expr) {
    Variables v = new Variables(SAFETY);
    v.expr(expr);
    return v.found;
  }

  static Set<String> forSafety(Body body) {
    Variables v = new Variables(SAFETY);
    v.body(body);
    return v.found;
  }

  static Set<String> forSafety(Term term) {
    return of(SAFETY, term);
  }

  /** Everything outside of closures. */
  static Set<String> outsideClosures(Term term) {
    return of(OPEN, term);
  }

  /** Everything but names of what is called. */
  static Set<String> outsideOperators(Term term) {
    return of(NO_OPERATORS, term);
  }

  /** What a pattern may bind: no keys, no heads of references, no closures. */
  static Set<String> pattern(Term term) {
    return of(PATTERN, term);
  }

  static Set<String> ofArguments(List<Term> terms) {
    Variables v = new Variables(OUTPUT_ARGUMENT);
    terms.forEach(v::term);
    return v.found;
  }

  /** What a reference iterates over, heads passed by. */
  static Set<String> ofOperands(Ref ref) {
    return of(OPERANDS, ref);
  }

  private static Set<String> of(Set<Skip> skip, Term term) {
    Variables v = new Variables(skip);
    v.term(term);
    return v.found;
  }

  @Override
  void term(Term term) {
    if (term instanceof Var v) {
      found.add(v.name());
    } else {
      children(term);
    }
  }

  @Override
  void with(With with) {
    if (skip.contains(Skip.OPERATORS)) {
      found.addAll(Safety.variables(with));
    } else {
      super.with(with);
    }
  }

  @Override
  void refHead(Ref ref) {
    if (!skip.contains(Skip.REF_HEADS)) {
      term(ref.head());
    }
  }

  @Override
  void operator(Ref operator) {
    if (!skip.contains(Skip.OPERATORS)) {
      term(operator);
    }
  }

  @Override
  void key(Term key) {
    if (!skip.contains(Skip.OBJECT_KEYS)) {
      term(key);
    }
  }

  @Override
  void set(SetTerm set) {
    if (!skip.contains(Skip.SETS)) {
      super.set(set);
    }
  }

  @Override
  void every(Expr.Every every) {
    if (skip.contains(Skip.CLOSURES)) {
      term(every.domain());
    } else {
      super.every(every);
    }
  }

  @Override
  void form(Expr.Form form) {
    if (!skip.contains(Skip.CLOSURES)
        || !(form instanceof Expr.Negation || form instanceof Expr.Logical)) {
      super.form(form);
    }
  }

  @Override
  void template(TemplateString template) {
    if (!skip.contains(Skip.CLOSURES)) {
      super.template(template);
    }
  }

  @Override
  void comprehension(Term term) {
    if (!skip.contains(Skip.CLOSURES)) {
      super.comprehension(term);
    }
  }
}

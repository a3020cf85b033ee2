package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.ArrayComprehension;
import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.ObjectComprehension;
import dev.kspm.rego.internal.ast.ObjectTerm;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.SetComprehension;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.TermNames;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.internal.ast.With;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Gives every declared variable of a body a name of its own and removes the declarations: the
 * common part of rules and queries. Keeps {@code :=} as {@code assign}, because safety treats it
 * differently from {@code =}.
 */
final class LocalsRewriter extends TreeRewriter {
  private static final OutputVariables NO_CALLS = new OutputVariables(name -> Arities.UNKNOWN);

  private final Compilation compilation;
  private final Scopes scopes;
  private final UnusedLocals unused;

  /** Nothing more is said to be unused once anything was reported from here on. */
  private final int errorsBefore;

  LocalsRewriter(Compilation compilation, Scopes scopes) {
    this.compilation = compilation;
    this.scopes = scopes;
    this.unused = new UnusedLocals(compilation, scopes);
    this.errorsBefore = compilation.errorCount();
  }

  /**
   * Rewrites a body in the innermost scope.
   *
   * @param used names that are used outside of the body, such as in a head
   */
  Body rewrite(Body body, Set<String> used) {
    List<Expr> exprs = new ArrayList<>();
    for (Expr expr : body.exprs()) {
      Expr rewritten = statement(expr);
      if (rewritten != null) {
        exprs.add(rewritten);
      }
    }
    if (exprs.isEmpty()) {
      exprs.add(Terms.truth(body.span()));
    }
    Body rewritten = new Body(exprs, body.span());
    if (compilation.errorCount() == errorsBefore) {
      unused.assignments(body, used);
    }
    if (compilation.errorCount() == errorsBefore) {
      unused.declarations(body, rewritten, used);
    }
    return rewritten;
  }

  private @Nullable Expr statement(Expr expr) {
    if (Declared.isAssignment(expr)) {
      return assignment(expr);
    } else if (expr.form() instanceof Expr.SomeDeclaration some) {
      return some(expr, some);
    }
    return expr(expr);
  }

  private Expr assignment(Expr expr) {
    Expr.CallForm call = (Expr.CallForm) expr.form();
    if (expr.negated()) {
      compilation.error(Codes.COMPILE, expr.span(), "cannot assign vars inside negated expression");
      return expr;
    }
    if (call.args().size() != 2) {
      return expr;
    }
    Term right = term(call.args().get(1));
    List<With> withs = map(expr.withs(), this::with);
    Term left = target(call.args().get(0));
    return rebuild(expr, new Expr.CallForm(call.operator(), List.of(left, right)), withs);
  }

  /** The left side of an assignment, which declares. */
  private Term target(Term term) {
    if (term instanceof Var v) {
      return declare(v.name(), v, Scopes.Occurrence.ASSIGNED, v.span());
    } else if (term instanceof ArrayTerm array) {
      return new ArrayTerm(map(array.elements(), this::target), array.span());
    } else if (term instanceof ObjectTerm object) {
      return new ObjectTerm(
          map(object.members(), m -> new ObjectTerm.Member(m.key(), target(m.value()))),
          object.span());
    } else if (term instanceof Ref ref
        && ref.size() == 1
        && ref.head() instanceof Var v
        && Refs.isRootDocument(v.name())) {
      return declare(v.name(), ref, Scopes.Occurrence.ASSIGNED, ref.span());
    }
    compilation.error(Codes.COMPILE, term.span(), "cannot assign to " + TermNames.of(term));
    return term;
  }

  private Term declare(String name, Term term, Scopes.Occurrence occurrence, Span place) {
    String problem =
        switch (scopes.occurrence(name)) {
          case SEEN -> "var " + name + " referenced above";
          case ASSIGNED -> "var " + name + " assigned above";
          case DECLARED -> "var " + name + " declared above";
          case ARGUMENT -> "arg " + name + " redeclared";
          case NONE -> null;
        };
    if (problem != null) {
      compilation.error(Codes.COMPILE, place, problem);
      return term;
    }
    String newName = compilation.names.next();
    scopes.insert(name, newName, occurrence);
    compilation.written.put(newName, name);
    return new Var(newName, term.span());
  }

  private @Nullable Expr some(Expr expr, Expr.SomeDeclaration some) {
    int errorsBefore = compilation.errorCount();
    for (Term symbol : some.symbols()) {
      if (symbol instanceof Var v) {
        declare(v.name(), v, Scopes.Occurrence.DECLARED, some.span());
        if (compilation.errorCount() > errorsBefore) {
          return null;
        }
      } else if (symbol instanceof Call call) {
        return membership(expr, some, call);
      }
    }
    return null;
  }

  /** {@code some k, v in xs} becomes {@code v = xs[k]}. */
  private Expr membership(Expr expr, Expr.SomeDeclaration some, Call call) {
    List<Term> args = call.args();
    Term collection = args.get(args.size() - 1);
    Term value = args.get(args.size() - 2);
    Term key = args.size() == 3 ? args.get(0) : compilation.names.nextVar(call.span());
    Term element;
    if (collection instanceof Ref ref) {
      List<Term> parts = new ArrayList<>(ref.parts());
      parts.add(key);
      element = new Ref(parts, ref.span());
    } else {
      element = new Ref(List.of(collection, key), collection.span());
    }
    Set<String> free = Variables.outsideClosures(collection);
    Set<String> declared = new TreeSet<>();
    declared.addAll(Variables.pattern(key));
    declared.addAll(Variables.pattern(value));
    Set<String> outputs =
        new TreeSet<>(NO_CALLS.ofEquality(value, element, false, Variables.all(collection)));
    boolean assigned = false;
    for (String name : declared) {
      if (free.contains(name) && !name.startsWith(Var.WILDCARD_PREFIX)) {
        compilation.error(Codes.COMPILE, some.span(), "var " + name + " assigned before");
        assigned = true;
      }
    }
    if (assigned) {
      return expr;
    }
    int errorsBefore = compilation.errorCount();
    for (String name : outputs) {
      declare(name, new Var(name, call.span()), Scopes.Occurrence.DECLARED, some.span());
      if (compilation.errorCount() > errorsBefore) {
        return expr;
      }
    }
    return expr(
        new Expr(
            new Expr.CallForm(Refs.of("eq", call.span()), List.of(value, element)),
            expr.negated(),
            true,
            expr.withs(),
            expr.index(),
            expr.span()));
  }

  @Override
  Expr.Form form(Expr.Form form) {
    if (form instanceof Expr.Every every) {
      return every(every);
    } else if (form instanceof Expr.Negation n) {
      Body body =
          n.explicitBody()
              ? scoped(n.body())
              : implicit(n.body(), "cannot assign vars inside negated expression");
      return new Expr.Negation(body, n.explicitBody(), n.span());
    } else if (form instanceof Expr.Logical l) {
      return new Expr.Logical(
          l.isAnd(),
          operand(l, l.left(), l.explicitLeft()),
          operand(l, l.right(), l.explicitRight()),
          l.explicitLeft(),
          l.explicitRight(),
          l.span());
    }
    return super.form(form);
  }

  private Body scoped(Body body) {
    scopes.push();
    Body rewritten = rewrite(body, Set.of());
    scopes.pop();
    return rewritten;
  }

  private Body operand(Expr.Logical logical, Body body, boolean explicit) {
    return explicit
        ? scoped(body)
        : implicit(
            body,
            "cannot assign vars inside implicit " + (logical.isAnd() ? "and" : "or") + " operand");
  }

  /** A body without braces, which declares nothing and has no scope of its own. */
  private Body implicit(Body body, String refusal) {
    for (Expr expr : body.exprs()) {
      if (Declared.isAssignment(expr)) {
        compilation.error(Codes.COMPILE, expr.span(), refusal);
        return body;
      }
    }
    return body(body);
  }

  private Expr.Form every(Expr.Every every) {
    Term domain = term(every.domain());
    int errors = compilation.errorCount();
    scopes.push();
    Term key =
        every.key() == null ? compilation.names.nextVar(every.span()) : everyVariable(every.key());
    Term value = everyVariable(every.value());
    if (compilation.errorCount() > errors) {
      scopes.pop();
      return every;
    }
    Body body = rewrite(every.body(), Set.of());
    domain = term(domain);
    scopes.pop();
    return new Expr.Every(key, value, domain, body, every.span());
  }

  private Term everyVariable(Term variable) {
    return variable instanceof Var v && !v.isWildcard()
        ? declare(v.name(), v, Scopes.Occurrence.DECLARED, Span.NONE)
        : variable;
  }

  @Override
  Ref operator(Ref operator) {
    return operator.size() == 1
        ? withOperands(operator, term(operator.head()), List.of())
        : (Ref) children(operator);
  }

  /** Reports a call that is a term if its name means a variable. */
  private void checkOperator(Call call) {
    new TreeWalker() {
      @Override
      void term(Term term) {
        String newName = term instanceof Var v ? scopes.renamed(v.name()) : null;
        if (newName != null && !newName.equals(term.toString())) {
          compilation.error(
              Codes.COMPILE, call.span(), "called function " + call.operator() + " shadowed");
        }
        children(term);
      }

      @Override
      void operator(Ref operator) {
        term(operator);
      }
    }.term(call.operator());
  }

  /** Not replaced even where a variable is named {@code input}, except inside of brackets. */
  @Override
  Term withTarget(Term target) {
    Term rewritten = term(target);
    if (target instanceof Ref ref
        && "input".equals(Refs.root(ref))
        && rewritten instanceof Ref other) {
      return withOperands(other, ref.head(), other.parts().subList(1, other.size()));
    }
    return rewritten;
  }

  @Override
  Term term(Term term) {
    if (term instanceof Var v) {
      String newName = scopes.renamed(v.name());
      if (newName != null) {
        scopes.use(v.name());
        return newName.equals(v.name()) ? v : new Var(newName, v.span());
      }
      scopes.insert(v.name(), v.name(), Scopes.Occurrence.SEEN);
      return v;
    } else if (term instanceof Call call) {
      checkOperator(call);
    }
    return children(term);
  }

  @Override
  Term refHead(Ref ref) {
    Term head = ref.head();
    if (head instanceof Var v && ref.size() == 1 && Refs.isRootDocument(v.name())) {
      // Alone it is no use of a variable of that name, so that one may be told unused.
      String newName = scopes.renamed(v.name());
      return newName == null || newName.equals(v.name()) ? v : new Var(newName, v.span());
    }
    return term(head);
  }

  @Override
  Term comprehension(Term term) {
    Set<String> used = new LinkedHashSet<>();
    if (term instanceof ArrayComprehension c) {
      used.addAll(Variables.all(c.term()));
      scopes.push();
      Body body = rewrite(c.body(), used);
      Term element = term(c.term());
      scopes.pop();
      return new ArrayComprehension(element, body, c.span());
    } else if (term instanceof SetComprehension c) {
      used.addAll(Variables.all(c.term()));
      scopes.push();
      Body body = rewrite(c.body(), used);
      Term element = term(c.term());
      scopes.pop();
      return new SetComprehension(element, body, c.span());
    }
    ObjectComprehension c = (ObjectComprehension) term;
    used.addAll(Variables.all(c.key()));
    used.addAll(Variables.all(c.value()));
    scopes.push();
    Body body = rewrite(c.body(), used);
    Term key = term(c.key());
    Term value = term(c.value());
    scopes.pop();
    return new ObjectComprehension(key, value, body, c.span());
  }
}

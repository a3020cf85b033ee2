package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.policy.CompileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Runs the passes over a query, against modules that are compiled already. Thread-safe: each
 * compilation has a state of its own.
 */
public final class QueryCompiler {
  private final CompiledModules modules;
  private final CompilerOptions options;

  public QueryCompiler(CompiledModules modules) {
    this(modules, modules.options());
  }

  /** With options of the query's own, such as whether it keeps {@code print}. */
  public QueryCompiler(CompiledModules modules, CompilerOptions options) {
    this.modules = modules;
    this.options = options;
  }

  /**
   * Compiles a query as it is: a conjunction that binds variables.
   *
   * @throws CompileException with the errors of the first pass that found any
   */
  public CompiledQuery compile(Body query, QueryContext context) {
    return new Run(query, context).compile(query, List.of());
  }

  /**
   * Compiles a query whose expressions' values are asked for, as {@code opa eval} does. An
   * expression that has a value of its own gets a variable for it, and of several expressions none
   * may be {@code false}.
   */
  public CompiledQuery compileWithValues(Body query, QueryContext context) {
    List<Expr> exprs = new ArrayList<>();
    List<CompiledQuery.Expression> described = new ArrayList<>();
    boolean several = query.exprs().size() > 1 || Iterates.in(query);
    Functions functions = new Functions(options, modules.rules());
    List<Expr> truths = new ArrayList<>();
    for (Expr expr : query.exprs()) {
      if (expr.form() instanceof Expr.SomeDeclaration some
          && some.symbols().stream().allMatch(symbol -> symbol instanceof Var)) {
        exprs.add(expr);
        continue;
      }
      Span span = expr.span();
      String name = Var.WILDCARD_PREFIX + "value" + described.size();
      Expr captured = captured(expr, new Var(name, span), functions, context);
      exprs.add(captured);
      if (expr.form() instanceof Expr.SomeDeclaration some
          && some.symbols().stream().allMatch(Var.class::isInstance)) {
        continue; // a declaration alone is no expression of the result
      }
      boolean has = !TreeRewriter.same(captured, expr);
      described.add(
          new CompiledQuery.Expression(span.text(), span, expr.index(), has ? name : null));
      if (has && several) {
        truths.add(
            new Expr(new Expr.TermForm(new Var(name, span)), false, true, List.of(), 0, span));
      }
    }
    exprs.addAll(truths);
    return new Run(query, context).compile(new Body(exprs, query.span()), described);
  }

  private Expr captured(Expr expr, Var value, Functions functions, QueryContext context) {
    if (expr.negated()) {
      return expr;
    }
    if (expr.form() instanceof Expr.TermForm t) {
      return expr.withForm(new Expr.CallForm(Refs.of("eq", expr.span()), List.of(t.term(), value)));
    } else if (expr.form() instanceof Expr.CallForm call) {
      Ref operator = resolver(context).operator(call.operator());
      String name = operator.size() == 1 ? Refs.root(operator) : null;
      var builtin = functions.builtin(operator);
      boolean isVoid = builtin != null && builtin.type().result() == null;
      if (!"eq".equals(name)
          && !"assign".equals(name)
          && !isVoid
          && (builtin != null || !call.args().isEmpty())
          && functions.of(operator) == call.args().size()) {
        List<Term> args = new ArrayList<>(call.args());
        args.add(value);
        return expr.withForm(new Expr.CallForm(call.operator(), args));
      }
    }
    return expr;
  }

  private ResolveRefs resolver(QueryContext context) {
    Ref path = context.packagePath();
    Set<String> names =
        path == null
            ? Set.of()
            : ModuleCompiler.ruleNames(modules.modules()).getOrDefault(path.toString(), Set.of());
    Ref base = path == null ? Refs.of("data", Span.NONE) : path;
    return new ResolveRefs(ModuleCompiler.globals(base, names, context.imports()));
  }

  /**
   * Whether references of a query have variables, so that it may have several results. A part that
   * is computed, as in {@code input.a[input.b]}, has one value.
   */
  private static final class Iterates extends TreeWalker {
    private boolean found;

    static boolean in(Body body) {
      Iterates i = new Iterates();
      body.exprs().forEach(i::expr);
      return i.found;
    }

    @Override
    void form(Expr.Form form) {
      if (form instanceof Expr.SomeDeclaration) {
        found = true;
      }
      if (!(form instanceof Expr.Every)) {
        super.form(form);
      }
    }

    @Override
    void comprehension(Term term) {
      // results inside are gathered
    }

    @Override
    void term(Term term) {
      if (term instanceof Ref ref && ref.parts().stream().skip(1).anyMatch(p -> p instanceof Var)) {
        found = true;
      }
      children(term);
    }
  }

  private final class Run {
    private final Compilation compilation;
    private final QueryContext context;
    private final Functions functions;

    Run(Body query, QueryContext context) {
      this.context = context;
      this.functions = new Functions(options, modules.rules());
      this.compilation =
          new Compilation(options, new LocalNames("q", new HashSet<>(Variables.all(query))));
    }

    CompiledQuery compile(Body query, List<CompiledQuery.Expression> described) {
      Body body = resolver(context).query(query);
      Scopes scopes = new Scopes();
      body = new LocalsRewriter(compilation, scopes).rewrite(body, Set.of());
      compilation.stopOnErrors();
      body = new TemplateStrings(compilation, functions).query(body);
      compilation.stopOnErrors();
      new VoidCalls(compilation).check(body);
      compilation.stopOnErrors();
      body = new PrintCalls(compilation, functions).query(body);
      compilation.stopOnErrors();
      body = new ExprTerms(compilation).body(body);
      body = new ComprehensionTerms(compilation).body(body);
      body = new WithValues(compilation, functions).query(body);
      compilation.stopOnErrors();
      new UndefinedFunctions(compilation, functions).body(body);
      compilation.stopOnErrors();
      body = new RuleSafety(compilation, functions).orderQuery(body);
      compilation.stopOnErrors();
      body = Equals.assignments().body(body);
      body = new DynamicTerms(compilation).body(body);
      TypeChecker types = new TypeChecker(compilation, functions, modules.graph());
      types.check(body, types.scope(modules.types()).inner()).forEach(compilation::error);
      compilation.stopOnErrors();
      body = Equals.all().body(body);
      new BuiltinChecks(compilation).check(body);
      compilation.stopOnAny();
      return result(body, described);
    }

    private CompiledQuery result(Body body, List<CompiledQuery.Expression> described) {
      Map<String, String> bindings = new TreeMap<>();
      Map<String, String> written = new HashMap<>(compilation.written);
      List<String> wildcards = new ArrayList<>();
      Set<String> bound = new OutputVariables(functions).of(body, Safety.RESERVED);
      for (String name : bound) {
        String source = written.getOrDefault(name, name);
        if (source.startsWith(Var.WILDCARD_PREFIX)) {
          wildcards.add(name);
        } else if (!LocalNames.isGenerated(source)) {
          bindings.put(source, name);
        }
      }
      return new CompiledQuery(
          body, bindings, wildcards, inOrderOfRunning(body, described), written);
    }

    /** OPA tells the values of expressions in the order in which they run. */
    private static List<CompiledQuery.Expression> inOrderOfRunning(
        Body body, List<CompiledQuery.Expression> described) {
      Map<Integer, Integer> first = new HashMap<>();
      for (int i = 0; i < body.exprs().size(); i++) {
        first.putIfAbsent(body.exprs().get(i).index(), i);
      }
      List<CompiledQuery.Expression> ordered = new ArrayList<>(described);
      ordered.sort(Comparator.comparing(e -> first.getOrDefault(e.index(), Integer.MAX_VALUE)));
      return ordered;
    }
  }
}

package dev.kspm.rego.internal.plan;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Head;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.internal.compiler.Terms;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans definitions and queries. Stateless but for what it plans against; thread-safe. */
public final class Planner {
  private final PlanContext context;

  public Planner(PlanContext context) {
    this.context = context;
  }

  public DocumentTree tree() {
    return context.tree();
  }

  /** Whether plans say where bodies and expressions begin and end. */
  public boolean isObserved() {
    return context.observed();
  }

  /** What tells which links of a rule set can succeed; {@code null} when it would not pay. */
  public @Nullable RuleIndex index(RuleSet rules, int known) {
    return RuleIndex.of(rules, known, context);
  }

  /** What leaves out the links that OPA's index leaves out, and no other. */
  public RuleIndex observedIndex(RuleSet rules) {
    return RuleIndex.observed(rules, context);
  }

  /**
   * The value of each link's head, {@code null} when it is not constant. Heads that could be
   * written before they were references, as {@code a.b := 1}, have none for OPA.
   */
  public List<@Nullable Value> constants(Definition definition) {
    List<@Nullable Value> values = new ArrayList<>();
    for (Rule link = definition.rule(); link != null; link = link.elseRule()) {
      Head head = link.head();
      boolean keyed = head.ref().size() == 2 && head.name() != null;
      values.add(head.value() == null || keyed ? null : Terms.constant(head.value()));
    }
    return values;
  }

  /**
   * Plans a definition: its rule, then those of its {@code else} chain.
   *
   * @param rules the set that the definition belongs to
   * @param known how many leading keys the caller gives; for functions it is ignored
   */
  public List<Procedure> plan(RuleSet rules, Definition definition, int known) {
    List<Procedure> links = new ArrayList<>();
    for (Rule link = definition.rule(); link != null; link = link.elseRule()) {
      links.add(plan(rules, definition, link, known));
    }
    return links;
  }

  private Procedure plan(RuleSet rules, Definition definition, Rule link, int known) {
    Scope scope = new Scope();
    BodyPlanner body = new BodyPlanner(context, scope);
    List<Term> params = params(rules, definition, link, known);
    for (int i = 0; i < params.size(); i++) {
      scope.temporary();
    }
    body.begin(link, name(rules, definition));
    List<Integer> later = bindParams(body, params);
    body.matched();
    body.plan(link.body());
    for (int i : later) {
      body.terms().unify(params.get(i), new Expression.Local(i));
    }
    Head head = link.head();
    boolean keyed = rules.kind() == RuleSet.Kind.OBJECT || rules.kind() == RuleSet.Kind.SET;
    int given = keyed ? Math.min(known, keys(definition, link).size()) : 0;
    List<Term> all = keyed ? keys(definition, link) : List.of();
    List<Term> open = all.subList(given, all.size());
    boolean element = definition.element() && !open.isEmpty();
    List<Expression> keys =
        body.terms().expressions(element ? open.subList(0, open.size() - 1) : open);
    Expression value = value(body, definition, head, open, element, params);
    body.end();
    body.add(
        new Op.Yield(
            keys,
            value,
            element,
            !context.observed()
                && value instanceof Expression.Constant
                && keys.stream().allMatch(k -> k instanceof Expression.Constant),
            link.body().exprs().stream().noneMatch(e -> Effects.in(e, context.tree())),
            head.span()));
    return new Procedure(
        rules.name(), params.size(), scope.slots(), scope.accumulators(), body.block());
  }

  /** The constant part of the reference that a definition is about. */
  private static String name(RuleSet rules, Definition definition) {
    StringBuilder name = new StringBuilder(rules.name());
    for (Term key : definition.keys()) {
      if (!(key instanceof Scalar s)) {
        break;
      }
      name.append(ExpressionText.member(s.value()));
    }
    return name.toString();
  }

  private static Expression value(
      BodyPlanner body,
      Definition definition,
      Head head,
      List<Term> open,
      boolean element,
      List<Term> params) {
    if (element) {
      return body.terms().expression(open.get(open.size() - 1));
    } else if (definition.element()) {
      return new Expression.Local(params.size() - 1);
    }
    Term value = head.value();
    return value == null
        ? new Expression.Constant(BooleanValue.TRUE)
        : body.terms().expression(value);
  }

  /** The keys of a definition below its rule set; the element of a set is its last key. */
  private static List<Term> keys(Definition definition, Rule link) {
    Term element = link.head().key();
    if (!definition.element() || element == null) {
      return definition.keys();
    }
    List<Term> keys = new ArrayList<>(definition.keys());
    keys.add(element);
    return keys;
  }

  static List<Term> params(RuleSet rules, Definition definition, Rule link, int known) {
    if (rules.kind() == RuleSet.Kind.FUNCTION) {
      List<Term> args = link.head().args();
      if (args == null || args.isEmpty() && link != definition.rule()) {
        args = definition.rule().head().args();
      }
      return args == null ? List.of() : args;
    }
    List<Term> keys = keys(definition, link);
    return keys.subList(0, Math.min(known, keys.size()));
  }

  /** Binds parameters to their patterns; gives those whose pattern needs what the body binds. */
  private static List<Integer> bindParams(BodyPlanner body, List<Term> params) {
    List<Integer> later = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      Term param = params.get(i);
      if (param instanceof Var v
          && !TermVisitor.isDocument(v.name())
          && !body.scope().isBound(v.name())) {
        body.scope().alias(v.name(), i);
      } else if (isPattern(param)) {
        body.terms().unify(param, new Expression.Local(i));
      } else {
        later.add(i);
      }
    }
    return later;
  }

  /** Whether a parameter can be taken apart before the body runs: it holds no reference or call. */
  private static boolean isPattern(Term param) {
    boolean[] pattern = {true};
    TermVisitor.visit(
        param,
        t ->
            pattern[0] &=
                t instanceof Var
                    || t instanceof Scalar
                    || t instanceof dev.kspm.rego.internal.ast.ArrayTerm
                    || t instanceof dev.kspm.rego.internal.ast.ObjectTerm);
    return pattern[0];
  }

  /**
   * Plans a query.
   *
   * @param body compiled
   * @param variables the variables whose values make a row, in order; {@code null} stands for true
   * @return a procedure that yields an array for each answer
   */
  public Procedure planQuery(Body body, List<? extends @Nullable String> variables) {
    Scope scope = new Scope();
    BodyPlanner planner = new BodyPlanner(context, scope);
    planner.begin(body);
    planner.plan(body);
    planner.end();
    List<Expression> row = new ArrayList<>();
    for (String variable : variables) {
      row.add(
          variable == null
              ? new Expression.Constant(BooleanValue.TRUE)
              : new Expression.Local(scope.slot(variable)));
    }
    planner.add(
        new Op.Yield(List.of(), new Expression.MakeArray(row), false, false, true, Span.NONE));
    return new Procedure("query", 0, scope.slots(), scope.accumulators(), planner.block());
  }
}

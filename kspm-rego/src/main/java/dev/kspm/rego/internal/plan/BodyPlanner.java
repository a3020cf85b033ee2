package dev.kspm.rego.internal.plan;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.AstText;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Node;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.internal.ast.With;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans the expressions of a body one after the other; binds variables in its scope as it goes. */
final class BodyPlanner {
  private final PlanContext context;
  private final Scope scope;
  private final List<Op> ops = new ArrayList<>();
  private final TermPlanner terms;
  private final @Nullable Map<Integer, Expression> captured;

  /** The slot of the number of this body's activation, when it is observed. */
  private int query = -1;

  /** The position in the body of the expression that is planned. */
  private int position;

  BodyPlanner(PlanContext context, Scope scope) {
    this(context, scope, null);
  }

  /**
   * A planner that keeps the values of expressions instead of testing them.
   *
   * @param captured takes the value of each expression by its index; {@code null} to test
   */
  BodyPlanner(PlanContext context, Scope scope, @Nullable Map<Integer, Expression> captured) {
    this.context = context;
    this.scope = scope;
    this.captured = captured;
    this.terms = new TermPlanner(context, scope, ops);
  }

  Scope scope() {
    return scope;
  }

  TermPlanner terms() {
    return terms;
  }

  void add(Op op) {
    ops.add(op);
  }

  Block block() {
    return new Block(ops);
  }

  void plan(Body body) {
    for (Expr expr : body.exprs()) {
      plan(expr);
      position++;
    }
  }

  /** Tells observers that the body begins, when the plan is observed. */
  void begin(Node node) {
    begin(node, "");
  }

  /** The same for a rule. */
  void begin(Node node, String name) {
    if (context.observed()) {
      query = scope.temporary();
      ops.add(new Op.Begin(new Op.Subject(node, name, 0), new Op.Site(query, scope.temporary())));
    }
  }

  /** Tells observers that the arguments or keys fit, when the plan is observed. */
  void matched() {
    if (context.observed()) {
      ops.add(new Op.Matched(((Op.Begin) ops.get(0)).site()));
    }
  }

  /** Tells observers that the body has succeeded, when the plan is observed. */
  void end() {
    if (context.observed()) {
      for (Op op : ops) {
        if (op instanceof Op.Begin begin) {
          ops.add(new Op.End(begin.subject(), begin.site(), scope.names()));
          return;
        }
      }
    }
  }

  void plan(Expr expr) {
    if (!context.observed()) {
      planPlain(expr);
      return;
    }
    Op.Site site = new Op.Site(query, scope.temporary());
    ops.add(new Op.At(Op.Subject.of(expr, position), site, scope.names()));
    planPlain(expr);
    ops.add(new Op.Past(Op.Subject.of(expr, position), site, scope.names()));
  }

  private void planPlain(Expr expr) {
    if (!expr.withs().isEmpty()) {
      planWith(expr);
    } else if (expr.negated()) {
      ops.add(new Op.Not(negated(new BodyPlanner(context, scope.nested()), expr)));
    } else {
      planForm(expr);
    }
  }

  /** The body of a negation: the expression alone. */
  private static Block negated(BodyPlanner inner, Expr expr) {
    if (inner.context.observed()) {
      Expr plain =
          new Expr(expr.form(), false, expr.generated(), List.of(), expr.index(), expr.span());
      inner.begin(new Body(List.of(plain), expr.span()));
      inner.plan(plain);
      inner.end();
    } else {
      inner.planForm(expr);
    }
    inner.add(new Op.Done());
    return inner.block();
  }

  /** The modifiers' values are evaluated outside; what the expression binds stays bound. */
  private void planWith(Expr expr) {
    List<Op.Overlay> overlays = new ArrayList<>();
    for (With with : expr.withs()) {
      overlays.add(overlay(with));
    }
    if (expr.negated()) {
      // The world changes inside the negation, so that an undefined value of a modifier leaves the
      // negation true.
      BodyPlanner inner = new BodyPlanner(context, scope.nested());
      if (context.observed()) {
        inner.add(new Op.Not(negated(new BodyPlanner(context, inner.scope), expr)));
        ops.add(new Op.With(overlays, inner.block()));
        return;
      }
      BodyPlanner changed = new BodyPlanner(context, inner.scope);
      changed.planForm(expr);
      inner.add(new Op.With(overlays, changed.block()));
      inner.add(new Op.Done());
      ops.add(new Op.Not(inner.block()));
      return;
    }
    BodyPlanner inner = new BodyPlanner(context, scope, captured);
    inner.planForm(expr);
    ops.add(new Op.With(overlays, inner.block()));
  }

  private Op.Overlay overlay(With with) {
    Term target = with.target();
    Ref ref = target instanceof Ref r ? r : new Ref(List.of(target), target.span());
    String head = ((Var) ref.head()).name();
    if (head.equals("input")) {
      List<Expression> path = terms.expressions(ref.parts().subList(1, ref.size()));
      return new Op.Overlay(
          Op.Overlay.Target.INPUT, path, null, terms.expression(with.value()), null, with.span());
    }
    String name = AstText.of(ref);
    if (head.equals("data") && context.tree().function(name) == null) {
      List<Expression> path = terms.expressions(ref.parts().subList(1, ref.size()));
      return new Op.Overlay(
          Op.Overlay.Target.DATA, path, null, terms.expression(with.value()), null, with.span());
    }
    Op.Callee replacement = callee(with.value());
    Expression value = replacement == null ? terms.expression(with.value()) : null;
    return new Op.Overlay(
        Op.Overlay.Target.FUNCTION, List.of(), name, value, replacement, with.span());
  }

  private Op.@Nullable Callee callee(Term value) {
    if (value instanceof Var v && !scope.isBound(v.name()) && !TermVisitor.isDocument(v.name())
        || value instanceof Ref) {
      String name = AstText.of(value);
      RuleSet function = context.tree().function(name);
      if (function != null) {
        return new Op.Callee(function, null);
      }
      Builtin builtin = context.builtins().apply(name);
      if (builtin != null) {
        return new Op.Callee(null, builtin);
      }
    }
    return null;
  }

  private void planForm(Expr expr) {
    Expr.Form form = expr.form();
    if (form instanceof Expr.TermForm t) {
      succeed(terms.iterate(t.term()), expr.index());
    } else if (form instanceof Expr.CallForm call) {
      planCall(call, expr);
    } else if (form instanceof Expr.Every every) {
      planEvery(every, expr);
    } else if (form instanceof Expr.Negation negation) {
      ops.add(new Op.Not(nested(negation.body())));
    } else if (form instanceof Expr.Logical logical) {
      ops.add(new Op.Logical(logical.isAnd(), nested(logical.left()), nested(logical.right())));
    }
    // A declaration without `in` has done its work in the compiler.
  }

  private Block nested(Body body) {
    BodyPlanner inner = new BodyPlanner(context, scope.nested());
    inner.begin(body);
    inner.plan(body);
    inner.end();
    inner.add(new Op.Done());
    return inner.block();
  }

  private void planEvery(Expr.Every every, Expr expr) {
    Expression domain = terms.expression(every.domain());
    Op.Names before = scope.names();
    BodyPlanner inner = new BodyPlanner(context, scope.nested());
    int key = every.key() instanceof Var k ? inner.scope.bind(k.name()) : -1;
    int value = every.value() instanceof Var v ? inner.scope.bind(v.name()) : -1;
    Op.EverySite site =
        context.observed()
            ? new Op.EverySite(
                Op.Subject.of(expr, position),
                Op.Subject.of(member(every), 0),
                scope.temporary(),
                before,
                inner.scope.names())
            : null;
    inner.begin(every.body());
    inner.plan(every.body());
    inner.end();
    inner.add(new Op.Done());
    ops.add(new Op.Every(domain, key, value, inner.block(), every.domain().span(), site));
  }

  /** How the members of an {@code every} would be written: {@code domain[key] = value}. */
  private static Expr member(Expr.Every every) {
    Span span = every.domain().span();
    List<Term> parts = new ArrayList<>(List.of(every.domain()));
    if (every.key() != null) {
      parts.add(every.key());
    }
    Ref operator = new Ref(List.of(new Var("eq", span)), span);
    Expr.CallForm form = new Expr.CallForm(operator, List.of(new Ref(parts, span), every.value()));
    return new Expr(form, false, false, List.of(), 0, span);
  }

  private void planCall(Expr.CallForm call, Expr expr) {
    Span span = expr.span();
    String name = call.name();
    List<Term> args = call.args();
    if ((name.equals("eq") || name.equals("assign") || name.equals("equal")) && args.size() == 2) {
      terms.unify(args.get(0), args.get(1));
      return;
    }
    RuleSet function = context.tree().function(name);
    if (function != null) {
      int arity = function.arity();
      Expression result =
          terms.follow(
              new Expression.FunctionCall(
                  function, terms.expressions(args.subList(0, arity)), span),
              args.size() == arity);
      finish(result, args, arity, expr.index());
      return;
    }
    RuleSet rules = context.tree().called(call.operator());
    if (rules != null) {
      finish(new Expression.RuleValue(rules, List.of(), span), args, 0, expr.index());
      return;
    }
    Builtin builtin = context.builtins().apply(name);
    if (builtin == null) {
      throw new IllegalStateException("no function " + name + " at " + span);
    }
    int arity = builtin.descriptor().arity();
    List<Expression> given = terms.expressions(args.subList(0, Math.min(arity, args.size())));
    if (builtin instanceof Builtin.OfRelation relation) {
      int result = scope.temporary();
      ops.add(new Op.ScanRelation(relation, given, firstOfResult(args, arity), result, span));
      finish(new Expression.Local(result), args, arity, expr.index());
    } else {
      finish(
          new Expression.BuiltinCall((Builtin.OfFunction) builtin, given, span),
          args,
          arity,
          expr.index());
    }
  }

  /** The first element of the array that a relation's result is matched with, when it is bound. */
  private @Nullable Expression firstOfResult(List<Term> args, int arity) {
    if (args.size() > arity
        && args.get(arity) instanceof ArrayTerm pattern
        && !pattern.elements().isEmpty()
        && terms.isBound(pattern.elements().get(0))) {
      return terms.expression(pattern.elements().get(0));
    }
    return null;
  }

  private void finish(Expression result, List<Term> args, int arity, int index) {
    if (args.size() > arity) {
      terms.unify(args.get(arity), result);
    } else {
      succeed(result, index);
    }
  }

  private void succeed(Expression result, int index) {
    if (captured == null) {
      ops.add(new Op.Test(result));
    } else {
      int slot = scope.temporary();
      ops.add(new Op.Bind(slot, result));
      captured.put(index, new Expression.Local(slot));
    }
  }
}

package dev.kspm.rego.internal.plan;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.ArrayComprehension;
import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.AstText;
import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.ObjectComprehension;
import dev.kspm.rego.internal.ast.ObjectTerm;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.SetComprehension;
import dev.kspm.rego.internal.ast.SetTerm;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans terms: into expressions where everything in them is bound, into loops where a reference has
 * free variables, and into bindings and comparisons where two terms are unified.
 *
 * <p>Operations go to the list that it was made with. {@link #expression} adds none unless a nested
 * reference needs a loop.
 */
final class TermPlanner {
  private static final String PRINT = "internal.print";

  private final PlanContext context;
  private final Scope scope;
  private final List<Op> ops;

  TermPlanner(PlanContext context, Scope scope, List<Op> ops) {
    this.context = context;
    this.scope = scope;
    this.ops = ops;
  }

  boolean isBound(Term term) {
    return TermVisitor.allBound(term, scope::isBound);
  }

  List<Expression> expressions(List<Term> terms) {
    List<Expression> planned = new ArrayList<>(terms.size());
    for (Term term : terms) {
      planned.add(expression(term));
    }
    return planned;
  }

  /** The value of a term; free variables of its references are bound by loops that go before. */
  Expression iterate(Term term) {
    return expression(term);
  }

  /** The value of a term. */
  Expression expression(Term term) {
    if (term instanceof Scalar s) {
      return new Expression.Constant(s.value());
    } else if (term instanceof Var v) {
      return variable(v);
    } else if (term instanceof Ref ref) {
      return reference(ref);
    } else if (term instanceof ArrayTerm array) {
      return array(expressions(array.elements()));
    } else if (term instanceof SetTerm set) {
      return set(expressions(set.elements()));
    } else if (term instanceof ObjectTerm object) {
      return object(object);
    } else if (term instanceof ArrayComprehension c) {
      return comprehension(Expression.Comprehension.Kind.ARRAY, c, c.term(), c.body());
    } else if (term instanceof SetComprehension c) {
      return comprehension(Expression.Comprehension.Kind.SET, c, c.term(), c.body());
    } else if (term instanceof ObjectComprehension c) {
      return objectComprehension(c);
    } else if (term instanceof Call call) {
      return call(call);
    }
    throw new IllegalStateException(
        "a term that the compiler should have rewritten: " + AstText.of(term));
  }

  private Expression variable(Var v) {
    if (v.name().equals("input")) {
      return new Expression.Input();
    } else if (v.name().equals("data")) {
      return new Expression.Document(context.tree().root(), List.of(), v.span());
    } else if (!scope.isBound(v.name())) {
      throw new IllegalStateException("variable " + v.name() + " is not bound at " + v.span());
    }
    return new Expression.Local(scope.slot(v.name()));
  }

  private static Expression array(List<Expression> elements) {
    List<Value> values = constants(elements);
    return values == null
        ? new Expression.MakeArray(elements)
        : new Expression.Constant(ArrayValue.of(values));
  }

  private static Expression set(List<Expression> elements) {
    List<Value> values = constants(elements);
    return values == null
        ? new Expression.MakeSet(elements)
        : new Expression.Constant(SetValue.of(values));
  }

  private Expression object(ObjectTerm object) {
    List<Expression> keys = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    for (ObjectTerm.Member member : object.members()) {
      keys.add(expression(member.key()));
      values.add(expression(member.value()));
    }
    List<Value> constantKeys = constants(keys);
    List<Value> constantValues = constants(values);
    if (constantKeys != null
        && constantValues != null
        && Set.copyOf(constantKeys).size() == constantKeys.size()) {
      ObjectValue.Builder builder = ObjectValue.builder();
      for (int i = 0; i < constantKeys.size(); i++) {
        builder.put(constantKeys.get(i), constantValues.get(i));
      }
      return new Expression.Constant(builder.build());
    }
    return new Expression.MakeObject(keys, values, object.span());
  }

  private static @org.jspecify.annotations.Nullable List<Value> constants(
      List<Expression> expressions) {
    List<Value> values = new ArrayList<>(expressions.size());
    for (Expression expression : expressions) {
      if (!(expression instanceof Expression.Constant c)) {
        return null;
      }
      values.add(c.value());
    }
    return values;
  }

  private Expression comprehension(
      Expression.Comprehension.Kind kind, Term whole, Term element, Body body) {
    int accumulator = scope.accumulator();
    BodyPlanner inner = new BodyPlanner(context, scope.nested());
    inner.begin(body);
    inner.plan(body);
    inner.end();
    inner.add(new Op.Add(kind, accumulator, inner.terms().expression(element)));
    return new Expression.Comprehension(
        kind, inner.block(), accumulator, isClosed(whole), whole.span());
  }

  private Expression objectComprehension(ObjectComprehension c) {
    int accumulator = scope.accumulator();
    BodyPlanner inner = new BodyPlanner(context, scope.nested());
    inner.begin(c.body());
    inner.plan(c.body());
    inner.end();
    Expression key = inner.terms().expression(c.key());
    inner.add(new Op.Put(accumulator, key, inner.terms().expression(c.value()), c.key().span()));
    return new Expression.Comprehension(
        Expression.Comprehension.Kind.OBJECT, inner.block(), accumulator, isClosed(c), c.span());
  }

  /**
   * Whether a comprehension reads no variable around it and prints nothing, so that once is enough.
   */
  private boolean isClosed(Term comprehension) {
    boolean[] open = {false};
    TermVisitor.visit(
        comprehension,
        t ->
            open[0] |=
                t instanceof Var v && scope.isBound(v.name())
                    || t instanceof Ref ref
                        && context.tree().prints()
                        && Effects.reachesRules(ref, context.tree()),
        expr ->
            open[0] |=
                !expr.withs().isEmpty()
                    || expr.form() instanceof Expr.CallForm call && prints(call.name()));
    return !open[0];
  }

  private boolean prints(String name) {
    RuleSet function = context.tree().function(name);
    return name.equals(PRINT)
        || function != null
            && Dependencies.of(function, context.tree()).meet(false, List.of(), Set.of(PRINT));
  }

  private Expression call(Call call) {
    String name = AstText.of(call.operator());
    RuleSet function = context.tree().function(name);
    if (function != null) {
      return new Expression.FunctionCall(function, expressions(call.args()), call.span());
    }
    Builtin builtin = context.builtins().apply(name);
    if (builtin instanceof Builtin.OfFunction f) {
      return new Expression.BuiltinCall(f, expressions(call.args()), call.span());
    }
    throw new IllegalStateException("no function " + name + " at " + call.span());
  }

  // References

  private Expression reference(Ref ref) {
    Term head = ref.head();
    if (head instanceof Var v && v.name().equals("data")) {
      return data(ref);
    }
    return members(expression(head), ref.parts().subList(1, ref.size()));
  }

  /** Follows parts below a value; a part with free variables becomes a loop. */
  private Expression members(Expression container, List<Term> parts) {
    Expression at = container;
    for (Term part : parts) {
      if (isBound(part)) {
        at = new Expression.Member(at, expression(part));
      } else if (part instanceof Var v) {
        int value = scope.temporary();
        ops.add(new Op.Scan(at, scope.bind(v.name()), value));
        at = new Expression.Local(value);
      } else {
        int key = scope.temporary();
        int value = scope.temporary();
        ops.add(new Op.Scan(at, key, value));
        unify(part, new Expression.Local(key));
        at = new Expression.Local(value);
      }
    }
    return at;
  }

  private Expression data(Ref ref) {
    DocumentNode node = context.tree().root();
    int i = 1;
    while (i < ref.size() && node.rules() == null && ref.operand(i) instanceof Scalar s) {
      DocumentNode child = node.child(s.value());
      if (child == null) {
        break;
      }
      node = child;
      i++;
    }
    List<Term> rest = ref.parts().subList(i, ref.size());
    if (node.rules() != null) {
      return ruleMembers(node.rules(), rest, ref.span());
    }
    int known = leadingBound(rest);
    if (rest.isEmpty() || leavesTree(node, rest) || known == rest.size() && !context.observed()) {
      Expression at =
          new Expression.Document(node, expressions(rest.subList(0, known)), ref.span());
      return members(at, rest.subList(known, rest.size()));
    }
    return walk(node, rest, ref.span());
  }

  /** A rule's or function's value; in observed plans what follows runs inside of it. */
  Expression follow(Expression callee, boolean mustHold) {
    if (!context.observed()) {
      return callee;
    }
    int slot = scope.temporary();
    ops.add(new Op.Follow(slot, callee, mustHold));
    return new Expression.Local(slot);
  }

  private int leadingBound(List<Term> parts) {
    int n = 0;
    while (n < parts.size() && isBound(parts.get(n))) {
      n++;
    }
    return n;
  }

  private static boolean leavesTree(DocumentNode node, List<Term> rest) {
    return node.children().isEmpty()
        || rest.get(0) instanceof Scalar s && node.child(s.value()) == null;
  }

  private Expression ruleMembers(RuleSet rules, List<Term> rest, Span span) {
    int known =
        switch (rules.kind()) {
          case COMPLETE, FUNCTION -> 0;
          case SET -> Math.min(1, leadingBound(rest));
          case OBJECT -> Math.min(rules.depth(), leadingBound(rest));
        };
    Expression at = new Expression.RuleValue(rules, expressions(rest.subList(0, known)), span);
    if (rules.kind() == RuleSet.Kind.COMPLETE) {
      at = follow(at, false);
    }
    return members(at, rest.subList(known, rest.size()));
  }

  private Expression walk(DocumentNode node, List<Term> parts, Span span) {
    List<Op.WalkDocument.Step> steps = new ArrayList<>();
    List<Runnable> afterwards = new ArrayList<>();
    for (Term part : parts) {
      if (isBound(part)) {
        steps.add(new Op.WalkDocument.Step(expression(part), -1));
      } else if (part instanceof Var v) {
        steps.add(new Op.WalkDocument.Step(null, scope.bind(v.name())));
      } else {
        int key = scope.temporary();
        steps.add(new Op.WalkDocument.Step(null, key));
        afterwards.add(() -> unify(part, new Expression.Local(key)));
      }
    }
    int result = scope.temporary();
    ops.add(new Op.WalkDocument(node, steps, result, span));
    afterwards.forEach(Runnable::run);
    return new Expression.Local(result);
  }

  // Unification

  /** Makes two terms equal, binding the free variables of both. */
  void unify(Term left, Term right) {
    unifyAll(List.of(new Pair(left, right)));
  }

  /** Makes a term equal to a value, binding its free variables. */
  void unify(Term pattern, Expression value) {
    if (pattern instanceof Var v && !isBound(v)) {
      ops.add(new Op.Bind(scope.bind(v.name()), value));
    } else if (isBound(pattern)) {
      ops.add(new Op.Equal(expression(pattern), value));
    } else if (pattern instanceof ArrayTerm array) {
      int slot = slotOf(value);
      ops.add(new Op.IsArray(slot, array.elements().size()));
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i < array.elements().size(); i++) {
        Expression index = new Expression.Constant(dev.kspm.rego.value.NumberValue.of(i));
        pairs.add(
            new Pair(
                array.elements().get(i), new Expression.Member(new Expression.Local(slot), index)));
      }
      unifyAll(pairs);
    } else if (pattern instanceof ObjectTerm object) {
      int slot = slotOf(value);
      ops.add(new Op.IsObject(slot, object.members().size()));
      List<Pair> pairs = new ArrayList<>();
      for (ObjectTerm.Member member : object.members()) {
        pairs.add(
            new Pair(
                member.value(),
                new Expression.Member(new Expression.Local(slot), expression(member.key()))));
      }
      unifyAll(pairs);
    } else {
      int slot = slotOf(value);
      ops.add(new Op.Equal(iterate(pattern), new Expression.Local(slot)));
    }
  }

  private int slotOf(Expression value) {
    if (value instanceof Expression.Local local) {
      return local.slot();
    }
    int slot = scope.temporary();
    ops.add(new Op.Bind(slot, value));
    return slot;
  }

  /** Two sides to be made equal: a term, and a term or a value. */
  private record Pair(Term left, Object right) {}

  /**
   * Takes the pairs in an order in which each can be decided: {@code [x, y] = [[y], 1]} binds y
   * before x.
   */
  private void unifyAll(List<Pair> pairs) {
    List<Pair> waiting = new ArrayList<>(pairs);
    while (!waiting.isEmpty()) {
      boolean moved = false;
      for (int i = 0; i < waiting.size(); ) {
        Pair pair = waiting.get(i);
        if (isReady(pair)) {
          waiting.remove(i);
          unifyReady(pair, waiting, i);
          moved = true;
          i = 0;
        } else {
          i++;
        }
      }
      if (!moved) {
        throw new IllegalStateException(
            "cannot order "
                + waiting.stream()
                    .map(p -> p.left + " = " + p.right)
                    .collect(Collectors.joining(", ")));
      }
    }
  }

  private boolean isReady(Pair pair) {
    if (pair.right instanceof Expression) {
      return pair.left instanceof Var
          || isBound(pair.left)
          || isPattern(pair.left)
          || pair.left instanceof Ref;
    }
    Term right = (Term) pair.right;
    return isBound(pair.left)
        || isBound(right)
        || isPattern(pair.left) && isPattern(right)
        || pair.left instanceof Ref
        || right instanceof Ref;
  }

  private static boolean isPattern(Term term) {
    return term instanceof ArrayTerm || term instanceof ObjectTerm;
  }

  private void unifyReady(Pair pair, List<Pair> waiting, int at) {
    if (pair.right instanceof Expression value) {
      unify(pair.left, value);
      return;
    }
    Term left = pair.left;
    Term right = (Term) pair.right;
    if (isBound(left) && isBound(right)) {
      Expression first = expression(left);
      if (context.observed() && left instanceof Ref && right instanceof Ref) {
        first = new Expression.Local(slotOf(first));
      }
      ops.add(new Op.Equal(first, expression(right)));
    } else if (left instanceof ArrayTerm a && right instanceof ArrayTerm b) {
      if (a.elements().size() != b.elements().size()) {
        ops.add(new Op.Fail());
        bindAll(left);
        bindAll(right);
        return;
      }
      for (int i = 0; i < a.elements().size(); i++) {
        waiting.add(at + i, new Pair(a.elements().get(i), b.elements().get(i)));
      }
    } else if (left instanceof ObjectTerm a
        && right instanceof ObjectTerm b
        && !isBound(left)
        && !isBound(right)) {
      unifyObjects(a, b, waiting, at);
    } else if (isBound(right)) {
      unify(left, expression(right));
    } else if (isBound(left)) {
      unify(right, expression(left));
    } else if (isPattern(left) && isPattern(right)) {
      ops.add(new Op.Fail());
      bindAll(left);
      bindAll(right);
    } else if (right instanceof Ref) {
      unify(left, iterate(right));
    } else {
      unify(right, iterate(left));
    }
  }

  private void unifyObjects(ObjectTerm a, ObjectTerm b, List<Pair> waiting, int at) {
    int next = at;
    for (ObjectTerm.Member mine : a.members()) {
      Term theirs = null;
      for (ObjectTerm.Member other : b.members()) {
        if (AstText.of(other.key()).equals(AstText.of(mine.key()))) {
          theirs = other.value();
        }
      }
      if (theirs == null || a.members().size() != b.members().size()) {
        ops.add(new Op.Fail());
        bindAll(a);
        bindAll(b);
        return;
      }
      waiting.add(next++, new Pair(mine.value(), theirs));
    }
  }

  /** After an operation that never succeeds the rest is dead, but must still be plannable. */
  private void bindAll(Term term) {
    TermVisitor.visit(
        term,
        t -> {
          if (t instanceof Var v && !TermVisitor.isDocument(v.name())) {
            scope.bind(v.name());
          }
        });
  }
}

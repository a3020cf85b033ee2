package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.Body;
import dev.kspm.rego.internal.ast.Expr;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What variables can hold as far as constants in the text tell: of {@code some x in ["a", "b"]} it
 * is known that x is one of two. The first equation of a variable counts, and only after it.
 */
final class KnownValues {
  /** More values than this are as good as unknown. */
  private static final int MOST = 64;

  private record Binding(int index, List<Value> values) {}

  private final Map<String, Binding> bindings = new HashMap<>();

  KnownValues(Body body) {
    for (int i = 0; i < body.exprs().size(); i++) {
      List<Term> sides = equation(body.exprs().get(i));
      if (!sides.isEmpty() && !bind(i, sides.get(0), sides.get(1))) {
        bind(i, sides.get(1), sides.get(0));
      }
    }
  }

  /** Both sides of {@code =} or {@code :=}, nothing for other expressions. */
  static List<Term> equation(Expr expr) {
    if (!expr.negated()
        && expr.withs().isEmpty()
        && expr.form() instanceof Expr.CallForm call
        && call.args().size() == 2
        && call.operator().size() == 1) {
      String name = Refs.root(call.operator());
      return "eq".equals(name) || "assign".equals(name) ? call.args() : List.of();
    }
    return List.of();
  }

  /** Whether it is an equation of this variable with what is known. */
  private boolean bind(int index, Term variable, Term value) {
    if (!(variable instanceof Var v)) {
      return false;
    }
    List<Value> values = of(value, index);
    if (values == null) {
      return false;
    }
    bindings.putIfAbsent(v.name(), new Binding(index, values));
    return true;
  }

  /** What a term can be before an expression, {@code null} when it may be anything. */
  private @Nullable List<Value> of(Term term, int before) {
    if (term instanceof Var v) {
      Binding binding = bindings.get(v.name());
      return binding == null || binding.index() >= before ? null : binding.values();
    } else if (term instanceof Ref ref) {
      return reference(ref, before);
    }
    Value constant = Terms.constant(term);
    return constant == null ? null : List.of(constant);
  }

  private @Nullable List<Value> reference(Ref ref, int before) {
    List<Value> values = of(ref.head(), before);
    for (int i = 1; i < ref.size() && values != null; i++) {
      Value key = Terms.constant(ref.operand(i));
      List<Value> next = new ArrayList<>();
      for (Value value : values) {
        List<Value> members = key == null ? members(value) : member(value, key);
        if (members == null) {
          return null;
        }
        next.addAll(members);
      }
      values = next.size() > MOST ? null : next;
    }
    return values;
  }

  private static List<Value> member(Value value, Value key) {
    Value found = null;
    if (value instanceof ObjectValue object) {
      found = object.get(key);
    } else if (value instanceof SetValue set) {
      found = set.contains(key) ? key : null;
    } else if (value instanceof ArrayValue array
        && key instanceof NumberValue n
        && n.isLong()
        && n.asLong() >= 0
        && n.asLong() < array.size()) {
      found = array.get((int) n.asLong());
    }
    return found == null ? List.of() : List.of(found);
  }

  /** The elements of an array or set, the values of an object, {@code null} for a scalar. */
  static @Nullable List<Value> members(Value value) {
    List<Value> members = new ArrayList<>();
    if (value instanceof ArrayValue array) {
      array.forEach(members::add);
    } else if (value instanceof SetValue set) {
      set.forEach(members::add);
    } else if (value instanceof ObjectValue object) {
      object.forEach((key, member) -> members.add(member));
    } else {
      return null;
    }
    return members;
  }

  /** The references that one in an expression stands for; itself when nothing is known. */
  List<Ref> narrowed(Ref ref, int before) {
    List<Ref> all = List.of(ref);
    for (int i = 1; i < ref.size(); i++) {
      Term part = ref.operand(i);
      List<Value> values = Terms.isGround(part) ? null : of(part, before);
      if (values == null || values.isEmpty() || all.size() * values.size() > MOST) {
        continue;
      }
      List<Ref> next = new ArrayList<>();
      for (Ref one : all) {
        for (Value value : values) {
          List<Term> parts = new ArrayList<>(one.parts());
          parts.set(i, new Scalar(value, part.span()));
          next.add(new Ref(parts, ref.span()));
        }
      }
      all = next;
    }
    return all;
  }
}

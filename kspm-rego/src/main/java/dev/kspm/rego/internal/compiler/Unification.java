package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.ArrayComprehension;
import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.ObjectTerm;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells which variables one {@code =} binds, given the variables that are bound before. A variable
 * that is equal to something not yet bound waits for it; when that becomes bound, so does the
 * waiting one.
 */
final class Unification {
  private final Set<String> safe;
  private final Set<String> bound = new LinkedHashSet<>();
  private final Map<String, Set<String>> waiting = new LinkedHashMap<>();

  private Unification(Set<String> safe) {
    this.safe = safe;
  }

  static Set<String> binds(Set<String> safe, Term left, Term right) {
    Unification u = new Unification(safe);
    u.unify(left, right);
    return u.bound;
  }

  private void unify(Term left, Term right) {
    if (left instanceof Var a) {
      variable(a.name(), right);
    } else if (right instanceof Var b) {
      variable(b.name(), left);
    } else if (isKnown(left)) {
      bindPattern(right);
    } else if (isKnown(right)) {
      bindPattern(left);
    } else if (left instanceof ArrayComprehension || right instanceof ArrayComprehension) {
      bindPattern(left instanceof ArrayComprehension ? right : left);
    } else if (Terms.isComprehension(left)) {
      if (!(right instanceof ArrayTerm)) {
        bindPattern(right);
      }
    } else if (Terms.isComprehension(right)) {
      if (!(left instanceof ArrayTerm)) {
        bindPattern(left);
      }
    } else if (left instanceof ArrayTerm a && right instanceof ArrayTerm b) {
      if (a.elements().size() == b.elements().size()) {
        for (int i = 0; i < a.elements().size(); i++) {
          unify(a.elements().get(i), b.elements().get(i));
        }
      }
    } else if (left instanceof ObjectTerm a && right instanceof ObjectTerm b) {
      objects(a, b);
    }
  }

  private void objects(ObjectTerm a, ObjectTerm b) {
    if (a.members().size() != b.members().size()) {
      return;
    }
    Map<String, Term> others = new HashMap<>();
    b.members().forEach(m -> others.put(m.key().toString(), m.value()));
    for (ObjectTerm.Member member : a.members()) {
      Term other = others.get(member.key().toString());
      if (other != null) {
        unify(member.value(), other);
      }
    }
  }

  private void variable(String name, Term other) {
    if (other instanceof Var b) {
      if (isSafe(b.name())) {
        bind(name);
      } else if (isSafe(name)) {
        bind(b.name());
      } else {
        waiting.computeIfAbsent(name, k -> new LinkedHashSet<>()).add(b.name());
        waiting.computeIfAbsent(b.name(), k -> new LinkedHashSet<>()).add(name);
      }
    } else if (other instanceof ArrayTerm || other instanceof ObjectTerm) {
      composite(name, other);
    } else if (other instanceof Ref || other instanceof Call) {
      if (isKnown(other)) {
        bind(name);
      }
    } else {
      bind(name);
    }
  }

  private void composite(String name, Term composite) {
    if (isSafe(name)) {
      bindPattern(composite);
      return;
    }
    Set<String> missing = Variables.pattern(composite);
    missing.removeIf(this::isSafe);
    if (missing.isEmpty()) {
      bind(name);
    } else {
      waiting.computeIfAbsent(name, k -> new LinkedHashSet<>()).addAll(missing);
    }
  }

  private void bindPattern(Term term) {
    if (term instanceof Var || term instanceof ArrayTerm || term instanceof ObjectTerm) {
      Variables.pattern(term).forEach(this::bind);
    }
  }

  /** Whether a reference or call can be evaluated as far as its head goes. */
  private boolean isKnown(Term term) {
    return term instanceof Ref ref
        ? OutputVariables.isHeadSafe(ref, this::isSafe)
        : term instanceof Call call && OutputVariables.isCallSafe(call, this::isSafe);
  }

  private boolean isSafe(String name) {
    return safe.contains(name) || bound.contains(name);
  }

  private void bind(String first) {
    Deque<String> newlyBound = new ArrayDeque<>();
    newlyBound.add(first);
    while (!newlyBound.isEmpty()) {
      String name = newlyBound.remove();
      bound.add(name);
      Set<String> dependencies = waiting.remove(name);
      if (dependencies != null) {
        newlyBound.addAll(dependencies);
      }
      waiting
          .entrySet()
          .removeIf(
              e -> {
                boolean done = e.getValue().remove(name) && e.getValue().isEmpty();
                if (done) {
                  newlyBound.add(e.getKey());
                }
                return done;
              });
    }
  }
}

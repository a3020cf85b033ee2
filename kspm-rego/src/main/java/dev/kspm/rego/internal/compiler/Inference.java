package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.ObjectTerm;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.SetTerm;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.TermOrder;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a term have a type, or two terms be equal, where that can be; variables that have no type
 * yet learn theirs.
 */
final class Inference {
  private final TypeScope scope;

  Inference(TypeScope scope) {
    this.scope = scope;
  }

  /** Whether a term can be of a type. */
  boolean fits(Term term, @Nullable RegoType type) {
    return fits(term, type, false);
  }

  /**
   * @param widen whether the type is one of several possible ones, so that variables may be of it
   *     besides what they were
   */
  private boolean fits(Term term, @Nullable RegoType wanted, boolean widen) {
    if (term instanceof Var v) {
      return variable(v.name(), wanted, widen);
    } else if (!(term instanceof ArrayTerm
        || term instanceof ObjectTerm
        || term instanceof SetTerm)) {
      return TypeMatch.possible(scope.of(term), wanted);
    } else if (wanted instanceof RegoType.AnyOf any && !Types.isAny(any)) {
      boolean one = false;
      for (RegoType option : any.types()) {
        one |= fits(term, option, true);
      }
      return one;
    } else if (Types.isAny(wanted)) {
      parts(term).forEach(part -> fits(part, RegoType.ANY, true));
      return true;
    }
    RegoType type = term instanceof SetTerm ? wanted : Types.whole(wanted);
    if (term instanceof ArrayTerm array && type instanceof RegoType.ArrayOf of) {
      return elements(array.elements(), of, widen);
    } else if (term instanceof ObjectTerm object && type instanceof RegoType.ObjectOf of) {
      return members(object, of, widen);
    }
    return term instanceof SetTerm set
        && type instanceof RegoType.SetOf of
        && set.elements().stream().allMatch(e -> fits(e, of.element(), widen));
  }

  private boolean variable(String name, @Nullable RegoType wanted, boolean widen) {
    RegoType known = scope.variable(name);
    if (widen) {
      scope.set(name, Types.union(known, wanted));
    } else if (known != null) {
      return TypeMatch.possible(known, wanted);
    } else {
      scope.set(name, wanted);
    }
    return true;
  }

  private boolean elements(List<Term> elements, RegoType.ArrayOf of, boolean widen) {
    if (of.rest() == null && elements.size() != of.elements().size()) {
      return false;
    }
    for (int i = 0; i < elements.size(); i++) {
      if (!fits(elements.get(i), Types.element(of, i), widen)) {
        return false;
      }
    }
    return true;
  }

  private boolean members(ObjectTerm object, RegoType.ObjectOf of, boolean widen) {
    if (of.keys() == null && object.members().size() != of.properties().size()) {
      return false;
    }
    for (ObjectTerm.Member member : TypeScope.sorted(object)) {
      Value key = Terms.constant(member.key());
      if (key == null) {
        fits(member.value(), RegoType.ANY, widen);
        continue;
      }
      RegoType type = Types.select(of, Types.key(key));
      if (type == null || !fits(member.value(), type, widen)) {
        return false;
      }
    }
    return true;
  }

  private static List<Term> parts(Term term) {
    if (term instanceof ArrayTerm array) {
      return array.elements();
    } else if (term instanceof SetTerm set) {
      return set.elements();
    }
    return ((ObjectTerm) term)
        .members().stream().flatMap(m -> List.of(m.key(), m.value()).stream()).toList();
  }

  /** Whether two terms can be equal. */
  boolean equal(Term a, Term b) {
    RegoType left = scope.of(a);
    RegoType right = scope.of(b);
    boolean isLeft = Types.isKnown(left);
    boolean isRight = Types.isKnown(right);
    if (isLeft && isRight) {
      return TypeMatch.possible(left, right);
    } else if (isLeft || isRight) {
      return isLeft ? fits(b, left) : fits(a, right);
    } else if (a instanceof Var && !(b instanceof Var) && !(b instanceof Ref)) {
      return unknown(b, a, right);
    } else if (a instanceof Var v) {
      boolean alone = fits(v, RegoType.ANY);
      return alone && (b instanceof Ref || fits(b, scope.of(v)));
    }
    return unknown(a, b, left);
  }

  /**
   * A composite, reference or comprehension of which something is unknown, and a term of which
   * something is unknown too.
   */
  private boolean unknown(Term term, Term other, @Nullable RegoType type) {
    if (other instanceof Var) {
      if (term instanceof ArrayTerm || term instanceof ObjectTerm) {
        return fits(term, RegoType.ANY) && fits(other, scope.of(term));
      }
      boolean learns = scope.of(other) == null && type != null;
      return term instanceof Ref ? fits(other, RegoType.ANY) : learns && fits(other, type);
    } else if (term instanceof ArrayTerm x && other instanceof ArrayTerm y) {
      return arrays(x.elements(), y.elements());
    }
    return term instanceof ObjectTerm x && other instanceof ObjectTerm y && objects(x, y);
  }

  private boolean arrays(List<Term> a, List<Term> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!equal(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean objects(ObjectTerm a, ObjectTerm b) {
    List<ObjectTerm.Member> left = TypeScope.sorted(a);
    List<ObjectTerm.Member> right = TypeScope.sorted(b);
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      boolean sameKey = TermOrder.compare(left.get(i).key(), right.get(i).key()) == 0;
      if (!sameKey) {
        return false;
      }
    }
    for (int i = 0; i < left.size(); i++) {
      if (!equal(left.get(i).value(), right.get(i).value())) {
        return false;
      }
    }
    return true;
  }
}

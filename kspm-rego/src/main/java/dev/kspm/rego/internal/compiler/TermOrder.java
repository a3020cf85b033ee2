package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.ArrayComprehension;
import dev.kspm.rego.internal.ast.ArrayTerm;
import dev.kspm.rego.internal.ast.Call;
import dev.kspm.rego.internal.ast.ObjectComprehension;
import dev.kspm.rego.internal.ast.ObjectTerm;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Scalar;
import dev.kspm.rego.internal.ast.SetComprehension;
import dev.kspm.rego.internal.ast.SetTerm;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The order of terms that are no values yet: as of values, with variables, references,
 * comprehensions and calls in their places. Objects and sets keep their members in it, which
 * decides the order in which passes meet them.
 */
final class TermOrder {
  private TermOrder() {}

  /** The set with its elements sorted, each once. */
  static SetTerm sorted(SetTerm set) {
    if (isSorted(set.elements())) {
      return set;
    }
    TreeSet<Term> elements = new TreeSet<>(TermOrder::compare);
    elements.addAll(set.elements());
    return new SetTerm(List.copyOf(elements), set.span());
  }

  /** The object with its members sorted by key; of members with the same key the last value. */
  static ObjectTerm sorted(ObjectTerm object) {
    if (isSorted(object.members().stream().map(ObjectTerm.Member::key).toList())) {
      return object;
    }
    TreeMap<Term, Term> members = new TreeMap<>(TermOrder::compare);
    object.members().forEach(m -> members.put(m.key(), m.value()));
    List<ObjectTerm.Member> sorted = new ArrayList<>(members.size());
    members.forEach((key, value) -> sorted.add(new ObjectTerm.Member(key, value)));
    return new ObjectTerm(sorted, object.span());
  }

  private static boolean isSorted(List<Term> terms) {
    for (int i = 1; i < terms.size(); i++) {
      if (compare(terms.get(i - 1), terms.get(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  static int compare(Term a, Term b) {
    int kinds = Integer.compare(kind(a), kind(b));
    if (kinds != 0) {
      return kinds;
    } else if (a instanceof Scalar x && b instanceof Scalar y) {
      return x.value().compareTo(y.value());
    } else if (a instanceof Var x && b instanceof Var y) {
      return x.name().compareTo(y.name());
    } else if (a instanceof Ref x && b instanceof Ref y) {
      return compare(x.parts(), y.parts());
    } else if (a instanceof ArrayTerm x && b instanceof ArrayTerm y) {
      return compare(x.elements(), y.elements());
    } else if (a instanceof SetTerm x && b instanceof SetTerm y) {
      return compare(sorted(x).elements(), sorted(y).elements());
    } else if (a instanceof ObjectTerm x && b instanceof ObjectTerm y) {
      return compare(flat(sorted(x)), flat(sorted(y)));
    } else if (a instanceof Call x && b instanceof Call y) {
      int operators = compare(x.operator(), y.operator());
      return operators != 0 ? operators : compare(x.args(), y.args());
    }
    return a.toString().compareTo(b.toString());
  }

  private static List<Term> flat(ObjectTerm object) {
    List<Term> all = new ArrayList<>();
    object.members().forEach(m -> all.add(m.key()));
    object.members().forEach(m -> all.add(m.value()));
    return all;
  }

  private static int compare(List<Term> a, List<Term> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = compare(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static int kind(Term term) {
    if (term instanceof Scalar s) {
      return switch (s.value().type()) {
        case NULL, BOOLEAN, NUMBER, STRING -> 0;
        case ARRAY -> 3;
        case OBJECT -> 4;
        case SET -> 5;
      };
    } else if (term instanceof Var) {
      return 1;
    } else if (term instanceof Ref) {
      return 2;
    } else if (term instanceof ArrayTerm) {
      return 3;
    } else if (term instanceof ObjectTerm) {
      return 4;
    } else if (term instanceof SetTerm) {
      return 5;
    } else if (term instanceof ArrayComprehension) {
      return 6;
    } else if (term instanceof ObjectComprehension) {
      return 7;
    } else if (term instanceof SetComprehension) {
      return 8;
    }
    return Objects.requireNonNull(term) instanceof Call ? 9 : 10;
  }
}

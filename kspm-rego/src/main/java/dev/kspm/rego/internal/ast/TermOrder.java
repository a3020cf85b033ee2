package dev.kspm.rego.internal.ast;

import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** OPA's order of terms: by kind, then by content; places do not count. */
public final class TermOrder {
  /** Compares terms. */
  public static final Comparator<Term> ORDER = TermOrder::compare;

  private TermOrder() {}

  /** Compares two terms. */
  public static int compare(Term a, Term b) {
    int byKind = Integer.compare(rank(a), rank(b));
    if (byKind != 0) {
      return byKind;
    }
    if (a instanceof Scalar x && b instanceof Scalar y) {
      return x.value().compareTo(y.value());
    } else if (a instanceof Var x && b instanceof Var y) {
      return x.name().compareTo(y.name());
    } else if (a instanceof Ref x && b instanceof Ref y) {
      return compare(x.parts(), y.parts());
    } else if (a instanceof ArrayTerm x && b instanceof ArrayTerm y) {
      return compare(x.elements(), y.elements());
    } else if (a instanceof ObjectTerm x && b instanceof ObjectTerm y) {
      return compareObjects(sorted(x), sorted(y));
    } else if (a instanceof SetTerm x && b instanceof SetTerm y) {
      return compare(distinct(x), distinct(y));
    } else if (a instanceof Call x && b instanceof Call y) {
      int byOperator = compare(x.operator(), y.operator());
      return byOperator != 0 ? byOperator : compare(x.args(), y.args());
    }
    return a.toString().compareTo(b.toString());
  }

  private static int rank(Term term) {
    if (term instanceof Scalar s) {
      return rank(s.value());
    } else if (term instanceof Var) {
      return 4;
    } else if (term instanceof Ref) {
      return 5;
    } else if (term instanceof ArrayTerm) {
      return 6;
    } else if (term instanceof ObjectTerm) {
      return 7;
    } else if (term instanceof SetTerm) {
      return 8;
    } else if (term instanceof ArrayComprehension) {
      return 9;
    } else if (term instanceof ObjectComprehension) {
      return 10;
    } else if (term instanceof SetComprehension) {
      return 11;
    }
    return term instanceof Call ? 12 : 13;
  }

  private static int rank(Value value) {
    return switch (value.type()) {
      case NULL -> 0;
      case BOOLEAN -> 1;
      case NUMBER -> 2;
      case STRING -> 3;
      case ARRAY -> 6;
      case OBJECT -> 7;
      case SET -> 8;
    };
  }

  private static int compare(List<Term> a, List<Term> b) {
    int shared = Math.min(a.size(), b.size());
    for (int i = 0; i < shared; i++) {
      int found = compare(a.get(i), b.get(i));
      if (found != 0) {
        return found;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static int compareObjects(List<ObjectTerm.Member> a, List<ObjectTerm.Member> b) {
    int shared = Math.min(a.size(), b.size());
    for (int i = 0; i < shared; i++) {
      int found = compare(a.get(i).key(), b.get(i).key());
      found = found != 0 ? found : compare(a.get(i).value(), b.get(i).value());
      if (found != 0) {
        return found;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  /** The members in the order of their keys; those with equal keys as they were written. */
  public static List<ObjectTerm.Member> sorted(ObjectTerm object) {
    List<ObjectTerm.Member> members = new ArrayList<>(object.members());
    members.sort(Comparator.comparing(ObjectTerm.Member::key, ORDER));
    return members;
  }

  /** The elements in order, each once: the one written first. */
  public static List<Term> distinct(SetTerm set) {
    List<Term> elements = new ArrayList<>(set.elements());
    elements.sort(ORDER);
    List<Term> distinct = new ArrayList<>(elements.size());
    for (Term element : elements) {
      if (distinct.isEmpty() || compare(distinct.get(distinct.size() - 1), element) != 0) {
        distinct.add(element);
      }
    }
    return distinct;
  }
}

package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.internal.ast.ObjectTerm;
import dev.kspm.rego.internal.ast.SetTerm;
import dev.kspm.rego.internal.ast.Term;
import dev.kspm.rego.internal.ast.TermOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Objects and sets keep their members in order, which decides the order in which passes meet them.
 */
final class SortedTerms {
  private SortedTerms() {}

  /** The set with its elements sorted, each once. */
  static SetTerm sorted(SetTerm set) {
    return isSorted(set.elements()) ? set : new SetTerm(TermOrder.distinct(set), set.span());
  }

  /** The object with its members sorted by key; of members with the same key the last value. */
  static ObjectTerm sorted(ObjectTerm object) {
    if (isSorted(object.members().stream().map(ObjectTerm.Member::key).toList())) {
      return object;
    }
    List<ObjectTerm.Member> sorted = new ArrayList<>();
    for (ObjectTerm.Member member : TermOrder.sorted(object)) {
      int last = sorted.size() - 1;
      if (last >= 0 && TermOrder.compare(sorted.get(last).key(), member.key()) == 0) {
        sorted.set(last, new ObjectTerm.Member(sorted.get(last).key(), member.value()));
      } else {
        sorted.add(member);
      }
    }
    return new ObjectTerm(sorted, object.span());
  }

  private static boolean isSorted(List<Term> terms) {
    for (int i = 1; i < terms.size(); i++) {
      if (TermOrder.compare(terms.get(i - 1), terms.get(i)) >= 0) {
        return false;
      }
    }
    return true;
  }
}

package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.RegoType;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order in which the members of a union are listed; types that compare as 0 are the same. */
final class TypeOrder {
  private TypeOrder() {}

  static int compare(@Nullable RegoType a, @Nullable RegoType b) {
    if (a instanceof RegoType.Recursive p
        && b instanceof RegoType.Recursive q
        && p.name().equals(q.name())) {
      return 0;
    }
    RegoType x = Types.whole(a);
    RegoType y = Types.whole(b);
    if (x == null || y == null || x.equals(y)) {
      return Integer.compare(kind(x), kind(y));
    }
    int byKind = Integer.compare(kind(x), kind(y));
    if (byKind != 0) {
      return byKind;
    } else if (x instanceof RegoType.ArrayOf p && y instanceof RegoType.ArrayOf q) {
      int rest = compareOthers(p.rest(), q.rest());
      return rest != 0 ? rest : compare(p.elements(), q.elements());
    } else if (x instanceof RegoType.ObjectOf p && y instanceof RegoType.ObjectOf q) {
      return compareObjects(p, q);
    } else if (x instanceof RegoType.SetOf p && y instanceof RegoType.SetOf q) {
      return compare(p.element(), q.element());
    } else if (x instanceof RegoType.AnyOf p && y instanceof RegoType.AnyOf q) {
      return compare(p.types(), q.types());
    } else if (x instanceof RegoType.Function p && y instanceof RegoType.Function q) {
      int args = Integer.compare(p.args().size(), q.args().size());
      args = args != 0 ? args : compare(p.args(), q.args());
      args = args != 0 ? args : compare(p.result(), q.result());
      return args != 0 ? args : compare(p.variadic(), q.variadic());
    }
    return 0;
  }

  /** What has further members comes after what has none. */
  private static int compareOthers(@Nullable RegoType a, @Nullable RegoType b) {
    return (a == null) != (b == null) ? (a == null ? -1 : 1) : compare(a, b);
  }

  private static int compareObjects(RegoType.ObjectOf a, RegoType.ObjectOf b) {
    int others = compareOthers(a.keys(), b.keys());
    others = others != 0 ? others : compare(a.values(), b.values());
    for (int i = 0;
        others == 0 && i < Math.min(a.properties().size(), b.properties().size());
        i++) {
      RegoType.ObjectOf.Property p = a.properties().get(i);
      RegoType.ObjectOf.Property q = b.properties().get(i);
      others = p.key().compareTo(q.key());
      others = others != 0 ? others : compare(p.type(), q.type());
    }
    return others != 0 ? others : Integer.compare(a.properties().size(), b.properties().size());
  }

  private static int compare(List<RegoType> a, List<RegoType> b) {
    Iterator<RegoType> left = a.iterator();
    for (RegoType right : b) {
      int one = left.hasNext() ? compare(left.next(), right) : -1;
      if (one != 0) {
        return one;
      }
    }
    return left.hasNext() ? 1 : 0;
  }

  private static int kind(@Nullable RegoType type) {
    if (type == null) {
      return -1;
    } else if (type instanceof RegoType.Primitive p) {
      return switch (p.name()) {
        case "null" -> 0;
        case "boolean" -> 1;
        case "number" -> 2;
        default -> 3;
      };
    } else if (type instanceof RegoType.ArrayOf) {
      return 4;
    } else if (type instanceof RegoType.ObjectOf) {
      return 5;
    } else if (type instanceof RegoType.SetOf) {
      return 6;
    }
    return type instanceof RegoType.AnyOf ? 7 : 8;
  }
}

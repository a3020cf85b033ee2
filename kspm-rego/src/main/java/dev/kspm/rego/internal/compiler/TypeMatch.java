package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.RegoType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a value could be of two types at once. */
final class TypeMatch {
  private TypeMatch() {}

  static boolean possible(@Nullable RegoType first, @Nullable RegoType second) {
    RegoType a = Types.whole(first);
    RegoType b = Types.whole(second);
    if (a == null || b == null) {
      return false;
    } else if (a instanceof RegoType.AnyOf any) {
      return anyOf(any, b) || b instanceof RegoType.AnyOf other && anyOf(other, a);
    } else if (b instanceof RegoType.AnyOf any) {
      return anyOf(any, a);
    } else if (a instanceof RegoType.ArrayOf x && b instanceof RegoType.ArrayOf y) {
      return elements(x, y)
          && elements(y, x)
          && (x.rest() == null || y.rest() == null || possible(x.rest(), y.rest()));
    } else if (a instanceof RegoType.ObjectOf x && b instanceof RegoType.ObjectOf y) {
      return properties(x, y)
          && properties(y, x)
          && (x.keys() == null || y.keys() == null || possible(x.values(), y.values()));
    } else if (a instanceof RegoType.SetOf x && b instanceof RegoType.SetOf y) {
      return x.element() == null || y.element() == null || possible(x.element(), y.element());
    } else if (a instanceof RegoType.Function x && b instanceof RegoType.Function y) {
      return functions(x.args(), y.args());
    }
    return a.equals(b);
  }

  private static boolean anyOf(RegoType.AnyOf any, RegoType type) {
    return !(type instanceof RegoType.Function)
        && (any.types().isEmpty() || any.types().stream().anyMatch(t -> possible(t, type)));
  }

  private static boolean elements(RegoType.ArrayOf a, RegoType.ArrayOf b) {
    for (int i = 0; i < a.elements().size(); i++) {
      if (!possible(a.elements().get(i), Types.element(b, i))) {
        return false;
      }
    }
    return true;
  }

  /** A key that only one has is no obstacle when either may have others. */
  private static boolean properties(RegoType.ObjectOf a, RegoType.ObjectOf b) {
    for (RegoType.ObjectOf.Property p : a.properties()) {
      RegoType other = Types.select(b, p.key());
      boolean open = a.keys() != null || b.keys() != null;
      if (other == null ? !open : !possible(p.type(), other)) {
        return false;
      }
    }
    return true;
  }

  private static boolean functions(List<RegoType> a, List<RegoType> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!possible(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }
}

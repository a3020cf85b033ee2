package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.RegoType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a value could be of two types at once. */
final class TypeMatch {
  /** Only types that hold themselves go deeper; what holds so far holds on. */
  private static final int DEEPEST = 200;

  private int depth;

  private TypeMatch() {}

  static boolean possible(@Nullable RegoType first, @Nullable RegoType second) {
    return new TypeMatch().match(first, second);
  }

  private boolean match(@Nullable RegoType first, @Nullable RegoType second) {
    depth++;
    boolean matches = depth > DEEPEST || matchWhole(first, second);
    depth--;
    return matches;
  }

  private boolean matchWhole(@Nullable RegoType first, @Nullable RegoType second) {
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
          && (x.rest() == null || y.rest() == null || match(x.rest(), y.rest()));
    } else if (a instanceof RegoType.ObjectOf x && b instanceof RegoType.ObjectOf y) {
      return properties(x, y)
          && properties(y, x)
          && (x.keys() == null || y.keys() == null || match(x.values(), y.values()));
    } else if (a instanceof RegoType.SetOf x && b instanceof RegoType.SetOf y) {
      return x.element() == null || y.element() == null || match(x.element(), y.element());
    } else if (a instanceof RegoType.Function x && b instanceof RegoType.Function y) {
      return functions(x.args(), y.args());
    }
    return a.equals(b);
  }

  private boolean anyOf(RegoType.AnyOf any, RegoType type) {
    return !(type instanceof RegoType.Function)
        && (any.types().isEmpty()
            || any.types().stream().anyMatch(t -> !Types.isItself(t, any) && match(t, type)));
  }

  private boolean elements(RegoType.ArrayOf a, RegoType.ArrayOf b) {
    for (int i = 0; i < a.elements().size(); i++) {
      if (!match(a.elements().get(i), Types.element(b, i))) {
        return false;
      }
    }
    return true;
  }

  /** A key that only one has is no obstacle when either may have others. */
  private boolean properties(RegoType.ObjectOf a, RegoType.ObjectOf b) {
    for (RegoType.ObjectOf.Property p : a.properties()) {
      RegoType other = Types.select(b, p.key());
      boolean open = a.keys() != null || b.keys() != null;
      if (other == null ? !open : !match(p.type(), other)) {
        return false;
      }
    }
    return true;
  }

  private boolean functions(List<RegoType> a, List<RegoType> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!match(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }
}

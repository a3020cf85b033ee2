package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The texts of two long types that show where these differ and leave out what they share. */
record TypeContrast(String left, String right) {
  /** Lines that are longer than this are shortened. */
  private static final int WIDE = 80;

  private static final int DEEPEST = 8;

  static boolean isTooWide(String... lines) {
    for (String line : lines) {
      if (TypeText.width(line) > WIDE) {
        return true;
      }
    }
    return false;
  }

  static TypeContrast of(@Nullable RegoType left, @Nullable RegoType right) {
    return at(0, left, right);
  }

  /** Both without regard to the other. */
  static TypeContrast apart(@Nullable RegoType left, @Nullable RegoType right) {
    return new TypeContrast(TypeText.brief(left), TypeText.brief(right));
  }

  private static TypeContrast at(int depth, @Nullable RegoType a, @Nullable RegoType b) {
    if (a instanceof RegoType.Named named) {
      TypeContrast inside = at(depth, named.type(), b);
      return new TypeContrast(named.name() + ": " + inside.left, inside.right);
    } else if (b instanceof RegoType.Named named) {
      TypeContrast inside = at(depth, a, named.type());
      return new TypeContrast(inside.left, named.name() + ": " + inside.right);
    } else if (depth == DEEPEST || looksLike(a, b)) {
      return apart(a, b);
    } else if (a instanceof RegoType.SetOf x
        && b instanceof RegoType.SetOf y
        && x.element() != null
        && y.element() != null) {
      TypeContrast elements = at(depth + 1, x.element(), y.element());
      return new TypeContrast("set[" + elements.left + "]", "set[" + elements.right + "]");
    } else if (a instanceof RegoType.ArrayOf x && b instanceof RegoType.ArrayOf y) {
      return arrays(depth + 1, x, y);
    } else if (a instanceof RegoType.ObjectOf x && b instanceof RegoType.ObjectOf y) {
      return objects(depth + 1, x, y);
    } else if (a instanceof RegoType.AnyOf x && b instanceof RegoType.AnyOf y) {
      return unions(x, y);
    } else if (a instanceof RegoType.Function x
        && b instanceof RegoType.Function y
        && x.args().size() == y.args().size()) {
      return functions(depth + 1, x, y);
    }
    return apart(a, b);
  }

  private static boolean looksLike(@Nullable RegoType a, @Nullable RegoType b) {
    return TypeText.of(a).equals(TypeText.of(b));
  }

  private static TypeContrast arrays(int depth, RegoType.ArrayOf a, RegoType.ArrayOf b) {
    if (a.elements().size() != b.elements().size() || (a.rest() == null) != (b.rest() == null)) {
      return new TypeContrast(TypeText.outline(a, 1), TypeText.outline(b, 1));
    }
    Both elements = new Both();
    for (int i = 0; i < a.elements().size(); i++) {
      elements.add(at(depth, a.elements().get(i), b.elements().get(i)), "");
    }
    TypeContrast rest = a.rest() == null ? new TypeContrast("", "") : at(depth, a.rest(), b.rest());
    return new TypeContrast(
        TypeText.array(elements.left, rest.left), TypeText.array(elements.right, rest.right));
  }

  private static TypeContrast objects(int depth, RegoType.ObjectOf a, RegoType.ObjectOf b) {
    Map<Value, RegoType> ofA = Types.properties(a);
    Map<Value, RegoType> ofB = Types.properties(b);
    TreeSet<Value> keys = new TreeSet<>(ofA.keySet());
    keys.addAll(ofB.keySet());
    Both known = new Both();
    boolean shared = false;
    for (Value key : keys) {
      RegoType x = ofA.get(key);
      RegoType y = ofB.get(key);
      if (x == null) {
        known.right.add(TypeText.property(key, TypeText.brief(y)));
      } else if (y == null) {
        known.left.add(TypeText.property(key, TypeText.brief(x)));
      } else if (looksLike(x, y)) {
        shared = true;
      } else {
        TypeContrast values = at(depth, x, y);
        known.left.add(TypeText.property(key, values.left));
        known.right.add(TypeText.property(key, values.right));
      }
    }
    if (shared) {
      known.add(new TypeContrast(TypeText.MORE, TypeText.MORE), "");
    }
    TypeContrast others;
    if (a.values() != null && b.values() != null) {
      TypeContrast k = at(depth, a.keys(), b.keys());
      TypeContrast v = at(depth, a.values(), b.values());
      others = new TypeContrast(k.left + ": " + v.left, k.right + ": " + v.right);
    } else {
      others = new TypeContrast(others(a), others(b));
    }
    return new TypeContrast(
        TypeText.object(known.left, others.left), TypeText.object(known.right, others.right));
  }

  private static String others(RegoType.ObjectOf object) {
    return object.values() == null
        ? ""
        : TypeText.brief(object.keys()) + ": " + TypeText.brief(object.values());
  }

  private static TypeContrast unions(RegoType.AnyOf a, RegoType.AnyOf b) {
    return new TypeContrast(without(a, b), without(b, a));
  }

  /** One of two unions; what the other has too is left out. */
  private static String without(RegoType.AnyOf of, RegoType.AnyOf other) {
    List<String> options = new ArrayList<>();
    boolean shared = false;
    for (RegoType option : of.types()) {
      if (other.types().stream().anyMatch(o -> looksLike(option, o))) {
        shared = true;
      } else {
        options.add(TypeText.brief(option));
      }
    }
    if (shared) {
      options.add(TypeText.MORE);
    }
    return TypeText.anyOf(options);
  }

  private static TypeContrast functions(int depth, RegoType.Function a, RegoType.Function b) {
    Both args = new Both();
    for (int i = 0; i < a.args().size(); i++) {
      args.add(at(depth, a.args().get(i), b.args().get(i)), "");
    }
    if (a.variadic() != null && b.variadic() != null) {
      args.add(at(depth, a.variadic(), b.variadic()), TypeText.MORE);
    } else if (a.variadic() != null) {
      args.left.add(TypeText.brief(a.variadic()) + TypeText.MORE);
    } else if (b.variadic() != null) {
      args.right.add(TypeText.brief(b.variadic()) + TypeText.MORE);
    }
    TypeContrast results = at(depth, a.result(), b.result());
    return new TypeContrast(
        TypeText.function(args.left, results.left), TypeText.function(args.right, results.right));
  }

  /** The parts of both texts. */
  private static final class Both {
    private final List<String> left = new ArrayList<>();
    private final List<String> right = new ArrayList<>();

    void add(TypeContrast part, String suffix) {
      left.add(part.left + suffix);
      right.add(part.right + suffix);
    }
  }
}

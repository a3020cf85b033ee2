package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.NumberValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What follows from types: unions, members, and whether two can have a value in common. */
final class Types {
  private Types() {}

  static boolean isAny(RegoType type) {
    return type instanceof RegoType.AnyOf any && any.types().isEmpty();
  }

  /** The type without the names and descriptions inside it. */
  static RegoType plain(RegoType type) {
    if (type instanceof RegoType.Named named) {
      return plain(named.type());
    } else if (type instanceof RegoType.AnyOf any) {
      return any.types().isEmpty()
          ? RegoType.ANY
          : new RegoType.AnyOf(any.types().stream().map(Types::plain).toList());
    } else if (type instanceof RegoType.ArrayOf array) {
      return new RegoType.ArrayOf(
          array.elements().stream().map(Types::plain).toList(), plainOrNull(array.rest()));
    } else if (type instanceof RegoType.SetOf set) {
      return new RegoType.SetOf(plain(set.element()));
    } else if (type instanceof RegoType.ObjectOf object) {
      return new RegoType.ObjectOf(
          object.properties().stream()
              .map(p -> new RegoType.ObjectOf.Property(p.key(), plain(p.type())))
              .toList(),
          plainOrNull(object.keys()),
          plainOrNull(object.values()));
    } else if (type instanceof RegoType.Function f) {
      return new RegoType.Function(
          f.args().stream().map(Types::plain).toList(),
          plainOrNull(f.variadic()),
          plainOrNull(f.result()));
    }
    return type;
  }

  private static @Nullable RegoType plainOrNull(@Nullable RegoType type) {
    return type == null ? null : plain(type);
  }

  /** The type of a value. */
  static RegoType of(Value value) {
    if (value instanceof NullValue) {
      return RegoType.NULL;
    } else if (value instanceof BooleanValue) {
      return RegoType.BOOLEAN;
    } else if (value instanceof NumberValue) {
      return RegoType.NUMBER;
    } else if (value instanceof StringValue) {
      return RegoType.STRING;
    } else if (value instanceof ArrayValue array) {
      List<RegoType> elements = new ArrayList<>(array.size());
      array.forEach(e -> elements.add(of(e)));
      return new RegoType.ArrayOf(elements, null);
    } else if (value instanceof ObjectValue object) {
      TreeMap<Value, RegoType> properties = new TreeMap<>();
      object.forEach((k, v) -> properties.put(k, of(v)));
      return object(properties, null, null);
    }
    RegoType element = null;
    for (Value e : (SetValue) value) {
      element = union(element, of(e));
    }
    return new RegoType.SetOf(element == null ? RegoType.ANY : element);
  }

  static RegoType.ObjectOf object(
      SortedMap<Value, RegoType> properties, @Nullable RegoType keys, @Nullable RegoType values) {
    List<RegoType.ObjectOf.Property> list = new ArrayList<>();
    properties.forEach((k, t) -> list.add(new RegoType.ObjectOf.Property(k, t)));
    return new RegoType.ObjectOf(list, keys, values);
  }

  /** What is of one type or the other; {@code null} is no type yet. */
  static @Nullable RegoType union(@Nullable RegoType a, @Nullable RegoType b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    } else if (a.equals(b)) {
      return a;
    } else if (isAny(a) || isAny(b)) {
      return RegoType.ANY;
    } else if (a instanceof RegoType.Function f && b instanceof RegoType.Function g) {
      return functions(f, g);
    }
    TreeSet<RegoType> all = new TreeSet<>(TypeOrder::compare);
    all.addAll(a instanceof RegoType.AnyOf any ? any.types() : List.of(a));
    all.addAll(b instanceof RegoType.AnyOf any ? any.types() : List.of(b));
    return new RegoType.AnyOf(List.copyOf(all));
  }

  private static RegoType functions(RegoType.Function f, RegoType.Function g) {
    if (f.args().size() != g.args().size()) {
      return f;
    }
    List<RegoType> args = new ArrayList<>();
    for (int i = 0; i < f.args().size(); i++) {
      args.add(orAny(union(f.args().get(i), g.args().get(i))));
    }
    return new RegoType.Function(args, null, union(f.result(), g.result()));
  }

  static RegoType orAny(@Nullable RegoType type) {
    return type == null ? RegoType.ANY : type;
  }

  /** The keys of a collection, {@code null} for what has none. */
  static @Nullable RegoType keys(@Nullable RegoType type) {
    if (type instanceof RegoType.ArrayOf) {
      return RegoType.NUMBER;
    } else if (type instanceof RegoType.SetOf set) {
      return set.element();
    } else if (type instanceof RegoType.ObjectOf object) {
      RegoType keys = null;
      for (RegoType.ObjectOf.Property p : object.properties()) {
        keys = union(keys, of(p.key()));
      }
      keys = union(keys, object.keys());
      // values without keys: what is collected under a key of which nothing is known
      return keys == null && object.values() != null ? null : orAny(keys);
    } else if (type instanceof RegoType.AnyOf any) {
      RegoType keys = isAny(any) ? any : null;
      for (RegoType t : any.types()) {
        keys = union(keys, keys(t));
      }
      return keys;
    }
    return null;
  }

  /** The members of a collection, anything for an empty one, {@code null} for a scalar. */
  static @Nullable RegoType values(@Nullable RegoType type) {
    RegoType values = null;
    if (type instanceof RegoType.ArrayOf array) {
      for (RegoType t : array.elements()) {
        values = union(values, t);
      }
      return orAny(union(values, array.rest()));
    } else if (type instanceof RegoType.SetOf set) {
      return set.element();
    } else if (type instanceof RegoType.ObjectOf object) {
      for (RegoType.ObjectOf.Property p : object.properties()) {
        values = union(values, p.type());
      }
      return orAny(union(values, object.values()));
    } else if (type instanceof RegoType.AnyOf any) {
      values = isAny(any) ? any : null;
      for (RegoType t : any.types()) {
        values = union(values, values(t));
      }
      return values;
    }
    return null;
  }

  /** The member with a constant key, {@code null} when there can be none. */
  static @Nullable RegoType select(@Nullable RegoType type, Value key) {
    if (type instanceof RegoType.ArrayOf array) {
      return element(array, key);
    } else if (type instanceof RegoType.ObjectOf object) {
      for (RegoType.ObjectOf.Property p : object.properties()) {
        if (p.key().equals(key)) {
          return p.type();
        }
      }
      return object.keys() != null && unifies(object.keys(), of(key)) ? object.values() : null;
    } else if (type instanceof RegoType.SetOf set) {
      return unifies(set.element(), of(key)) ? set.element() : null;
    } else if (type instanceof RegoType.AnyOf any) {
      RegoType found = isAny(any) ? any : null;
      for (RegoType t : any.types()) {
        found = union(found, select(t, key));
      }
      return found;
    }
    return null;
  }

  private static @Nullable RegoType element(RegoType.ArrayOf array, Value key) {
    if (!(key instanceof NumberValue number) || !number.isLong() || number.asLong() < 0) {
      return null;
    }
    return number.asLong() < array.elements().size()
        ? array.elements().get((int) number.asLong())
        : array.rest();
  }

  /** Whether a value could be of both types. */
  static boolean unifies(@Nullable RegoType a, @Nullable RegoType b) {
    if (a == null || b == null || a == RegoType.UNKNOWN || b == RegoType.UNKNOWN) {
      return false;
    } else if (a instanceof RegoType.AnyOf any) {
      return isAny(any) || any.types().stream().anyMatch(t -> unifies(t, b));
    } else if (b instanceof RegoType.AnyOf) {
      return unifies(b, a);
    } else if (a instanceof RegoType.ArrayOf x && b instanceof RegoType.ArrayOf y) {
      return elementsUnify(x, y)
          && elementsUnify(y, x)
          && (x.rest() == null || y.rest() == null || unifies(x.rest(), y.rest()));
    } else if (a instanceof RegoType.ObjectOf x && b instanceof RegoType.ObjectOf y) {
      return propertiesUnify(x, y)
          && propertiesUnify(y, x)
          && (x.keys() == null || y.keys() == null || unifies(x.values(), y.values()));
    } else if (a instanceof RegoType.SetOf x && b instanceof RegoType.SetOf y) {
      return unifies(x.element(), y.element());
    }
    return a.equals(b);
  }

  private static boolean elementsUnify(RegoType.ArrayOf a, RegoType.ArrayOf b) {
    for (int i = 0; i < a.elements().size(); i++) {
      RegoType other = i < b.elements().size() ? b.elements().get(i) : b.rest();
      if (!unifies(a.elements().get(i), other)) {
        return false;
      }
    }
    return true;
  }

  private static boolean propertiesUnify(RegoType.ObjectOf a, RegoType.ObjectOf b) {
    return a.properties().stream().allMatch(p -> unifies(p.type(), select(b, p.key())));
  }
}

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
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What follows from types: unions and members. {@code null} is no type, of what nothing is known or
 * what cannot be; inside other types {@link RegoType#UNKNOWN} stands for it.
 */
final class Types {
  private Types() {}

  static boolean isAny(@Nullable RegoType type) {
    return type instanceof RegoType.AnyOf any && any.types().isEmpty();
  }

  static RegoType orAny(@Nullable RegoType type) {
    return type == null ? RegoType.ANY : type;
  }

  static RegoType orUnknown(@Nullable RegoType type) {
    return type == null ? RegoType.UNKNOWN : type;
  }

  /** Without name and without the indirection of a type that holds itself. */
  static @Nullable RegoType whole(@Nullable RegoType type) {
    if (type instanceof RegoType.Named named) {
      return whole(named.type());
    } else if (type instanceof RegoType.Recursive recursive) {
      return whole(recursive.definition().get());
    }
    return type == RegoType.UNKNOWN ? null : type;
  }

  /** Without name. */
  private static @Nullable RegoType unnamed(@Nullable RegoType type) {
    return type instanceof RegoType.Named named
        ? named.type()
        : type == RegoType.UNKNOWN ? null : type;
  }

  /** Whether there is no part of which nothing is known. */
  static boolean isKnown(@Nullable RegoType type) {
    if (type == null || type == RegoType.UNKNOWN) {
      return false;
    } else if (type instanceof RegoType.Named named) {
      return isKnown(named.type());
    } else if (type instanceof RegoType.ArrayOf array) {
      return array.elements().stream().allMatch(Types::isKnown)
          && (array.rest() == null || isKnown(array.rest()));
    } else if (type instanceof RegoType.SetOf set) {
      return isKnown(set.element());
    } else if (type instanceof RegoType.ObjectOf object) {
      return object.properties().stream().allMatch(p -> isKnown(p.type()))
          && (object.keys() == null || isKnown(object.keys()) && isKnown(object.values()));
    } else if (type instanceof RegoType.Function f) {
      return f.args().stream().allMatch(Types::isKnown) && isKnown(f.result());
    }
    return true;
  }

  /** The type of a constant. */
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
      object.forEach((k, v) -> properties.put(key(k), of(v)));
      return object(properties, null, null);
    }
    RegoType element = null;
    for (Value e : (SetValue) value) {
      element = union(element, of(e));
    }
    return new RegoType.SetOf(element);
  }

  /** The key that a constant is in a type: as JSON would have it, with arrays for sets. */
  static Value key(Value constant) {
    if (constant instanceof SetValue || constant instanceof ArrayValue) {
      ArrayValue.Builder array = ArrayValue.builder();
      if (constant instanceof SetValue set) {
        set.forEach(e -> array.add(key(e)));
      } else {
        ((ArrayValue) constant).forEach(e -> array.add(key(e)));
      }
      return array.build();
    } else if (constant instanceof ObjectValue object) {
      ObjectValue.Builder members = ObjectValue.builder();
      object.forEach(
          (k, v) ->
              members.put(k instanceof StringValue ? k : StringValue.of(k.toString()), key(v)));
      return members.build();
    }
    return constant;
  }

  static String plainText(Value key) {
    return key instanceof StringValue s ? s.value() : key.toString();
  }

  static RegoType.ObjectOf object(
      SortedMap<Value, RegoType> properties, @Nullable RegoType keys, @Nullable RegoType values) {
    List<RegoType.ObjectOf.Property> list = new ArrayList<>(properties.size());
    properties.forEach((k, t) -> list.add(new RegoType.ObjectOf.Property(k, t)));
    return new RegoType.ObjectOf(list, keys, values);
  }

  /** An object of which no key is known. */
  static RegoType.ObjectOf map(@Nullable RegoType keys, @Nullable RegoType values) {
    return new RegoType.ObjectOf(List.of(), orUnknown(keys), orUnknown(values));
  }

  static SortedMap<Value, RegoType> properties(RegoType.ObjectOf object) {
    TreeMap<Value, RegoType> properties = new TreeMap<>();
    object.properties().forEach(p -> properties.putIfAbsent(p.key(), p.type()));
    return properties;
  }

  /** What is of one type or the other; a function and something else are nothing in common. */
  static @Nullable RegoType union(@Nullable RegoType first, @Nullable RegoType second) {
    RegoType a = unnamed(first);
    RegoType b = unnamed(second);
    if (a == null || b == null) {
      return a == null ? b : a;
    } else if (a instanceof RegoType.Function f && b instanceof RegoType.Function g) {
      return functions(f, g);
    } else if (a instanceof RegoType.Function || b instanceof RegoType.Function) {
      return null;
    } else if (isAny(a) || isAny(b)) {
      return RegoType.ANY;
    } else if (a.equals(b)) {
      return a;
    }
    TreeSet<RegoType> all = new TreeSet<>(TypeOrder::compare);
    all.addAll(options(a));
    all.addAll(options(b));
    return all.size() == 1 && !(a instanceof RegoType.AnyOf)
        ? a
        : new RegoType.AnyOf(List.copyOf(all));
  }

  private static List<RegoType> options(RegoType type) {
    return type instanceof RegoType.AnyOf any ? any.types() : List.of(type);
  }

  private static RegoType.@Nullable Function functions(RegoType.Function f, RegoType.Function g) {
    if (f.args().size() != g.args().size()) {
      return null;
    }
    List<RegoType> args = new ArrayList<>();
    for (int i = 0; i < f.args().size(); i++) {
      args.add(orUnknown(union(f.args().get(i), g.args().get(i))));
    }
    return new RegoType.Function(args, null, union(f.result(), g.result()));
  }

  /** Whether an option of a union is this union again, which adds nothing to it. */
  static boolean isItself(RegoType option, RegoType.AnyOf any) {
    return option instanceof RegoType.Recursive && any.equals(whole(option));
  }

  /** What a member function gives for each option of a union. */
  private static @Nullable RegoType ofEach(
      RegoType.AnyOf any, Function<RegoType, @Nullable RegoType> member) {
    RegoType found = isAny(any) ? any : null;
    for (RegoType option : any.types()) {
      found = isItself(option, any) ? found : union(member.apply(option), found);
    }
    return found;
  }

  /** The keys of a collection, {@code null} for what has none. */
  static @Nullable RegoType keys(@Nullable RegoType of) {
    RegoType type = whole(of);
    if (type instanceof RegoType.ArrayOf) {
      return RegoType.NUMBER;
    } else if (type instanceof RegoType.SetOf set) {
      return set.element();
    } else if (type instanceof RegoType.ObjectOf object) {
      RegoType keys = null;
      for (RegoType.ObjectOf.Property p : object.properties()) {
        keys = union(keys, of(p.key()));
      }
      return union(keys, object.keys());
    }
    return type instanceof RegoType.AnyOf any ? ofEach(any, Types::keys) : null;
  }

  /** The members of a collection, {@code null} for what has none. */
  static @Nullable RegoType values(@Nullable RegoType of) {
    RegoType type = whole(of);
    RegoType values = null;
    if (type instanceof RegoType.ArrayOf array) {
      for (RegoType t : array.elements()) {
        values = union(values, t);
      }
      return union(values, array.rest());
    } else if (type instanceof RegoType.SetOf set) {
      return set.element();
    } else if (type instanceof RegoType.ObjectOf object) {
      for (RegoType.ObjectOf.Property p : object.properties()) {
        values = union(values, p.type());
      }
      return union(values, object.values());
    }
    return type instanceof RegoType.AnyOf any ? ofEach(any, Types::values) : null;
  }

  /** The member with a constant key, {@code null} when there can be none. */
  static @Nullable RegoType select(@Nullable RegoType of, Value key) {
    RegoType type = whole(of);
    if (type instanceof RegoType.ArrayOf array) {
      return element(array, key);
    } else if (type instanceof RegoType.ObjectOf object) {
      for (RegoType.ObjectOf.Property p : object.properties()) {
        if (p.key().equals(key)) {
          return unnamed(p.type());
        }
      }
      return includes(object.keys(), of(key)) ? unnamed(object.values()) : null;
    } else if (type instanceof RegoType.SetOf set) {
      RegoType own = of(key);
      return TypeOrder.compare(set.element(), own) == 0
          ? set.element()
          : set.element() instanceof RegoType.AnyOf && includes(set.element(), own) ? own : null;
    }
    return type instanceof RegoType.AnyOf any ? ofEach(any, t -> select(t, key)) : null;
  }

  /** Whether a type is the other or a union with it. */
  private static boolean includes(@Nullable RegoType type, RegoType other) {
    return type instanceof RegoType.AnyOf any
        ? any.types().isEmpty() || any.types().stream().anyMatch(t -> same(t, other))
        : type != null && type != RegoType.UNKNOWN && same(type, other);
  }

  static boolean same(@Nullable RegoType a, @Nullable RegoType b) {
    return TypeOrder.compare(a, b) == 0;
  }

  static @Nullable RegoType element(RegoType.ArrayOf array, Value index) {
    if (!(index instanceof NumberValue number)) {
      return null;
    }
    // -0 is no integer to us, but is read as one by OPA
    return number.isLong() || number.text().equals("-0")
        ? element(array, number.isLong() ? number.asLong() : 0)
        : null;
  }

  static @Nullable RegoType element(RegoType.ArrayOf array, long index) {
    if (index < 0) {
      return null;
    }
    return index < array.elements().size()
        ? unnamed(array.elements().get((int) index))
        : array.rest();
  }

  /** Whether a collection has no member: neither known ones nor others. */
  static boolean isEmpty(@Nullable RegoType of) {
    RegoType type = whole(of);
    return type instanceof RegoType.ObjectOf object
            && object.properties().isEmpty()
            && object.keys() == null
        || type instanceof RegoType.ArrayOf array
            && array.elements().isEmpty()
            && array.rest() == null
        || type instanceof RegoType.SetOf set && set.element() == null;
  }

  /**
   * The type of a document that several rules make: their objects and sets are merged where nothing
   * but the types of keys is known.
   */
  static @Nullable RegoType merge(@Nullable RegoType first, @Nullable RegoType second) {
    RegoType a = whole(first);
    RegoType b = whole(second);
    if (a == null || b == null) {
      return a == null ? second : first;
    } else if (a instanceof RegoType.AnyOf && !(b instanceof RegoType.AnyOf)) {
      return merge(b, a);
    } else if (a instanceof RegoType.SetOf x && b instanceof RegoType.SetOf y) {
      return new RegoType.SetOf(union(x.element(), y.element()));
    } else if (isMap(a) && isMap(b)) {
      return isEmpty(a) ? b : isEmpty(b) ? a : maps((RegoType.ObjectOf) a, (RegoType.ObjectOf) b);
    } else if (isMap(a) && !isEmpty(a) && b instanceof RegoType.AnyOf any) {
      return into(any, (RegoType.ObjectOf) a);
    }
    return union(a, b);
  }

  private static boolean isMap(RegoType type) {
    return type instanceof RegoType.ObjectOf object && object.properties().isEmpty();
  }

  private static RegoType maps(RegoType.ObjectOf a, RegoType.ObjectOf b) {
    return map(union(a.keys(), b.keys()), merge(a.values(), b.values()));
  }

  /** Merges a map into the first map of a union. */
  private static @Nullable RegoType into(RegoType.AnyOf any, RegoType.ObjectOf map) {
    List<RegoType> options = new ArrayList<>(any.types());
    for (int i = 0; i < options.size(); i++) {
      if (isMap(options.get(i)) && !isEmpty(options.get(i))) {
        RegoType.ObjectOf option = (RegoType.ObjectOf) options.get(i);
        options.set(i, map(union(option.keys(), map.keys()), union(option.values(), map.values())));
        return new RegoType.AnyOf(options);
      }
    }
    return union(map, any);
  }

  /** An object with one member more below a path, of which only the kinds of keys count. */
  static RegoType.ObjectOf with(RegoType.ObjectOf object, List<Value> path, RegoType type) {
    if (path.isEmpty()) {
      return object;
    }
    RegoType member =
        path.size() == 1
            ? type
            : with(
                new RegoType.ObjectOf(List.of(), null, null), path.subList(1, path.size()), type);
    return new RegoType.ObjectOf(
        object.properties(), union(object.keys(), of(path.get(0))), union(object.values(), member));
  }

  /** A copy with some members replaced. */
  static RegoType.ObjectOf withProperties(RegoType.ObjectOf of, Map<Value, RegoType> properties) {
    return object(new TreeMap<>(properties), of.keys(), of.values());
  }
}

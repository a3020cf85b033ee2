package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Types as messages show them. */
final class TypeText {
  /** Stands for parts that are left out. */
  static final String MORE = "...";

  /** What is not longer than this is never shortened. */
  private static final int SHORT = 32;

  private TypeText() {}

  static String of(@Nullable RegoType type) {
    return outline(type, Integer.MAX_VALUE);
  }

  static String list(List<? extends @Nullable RegoType> types) {
    return "(" + String.join(", ", each(types, TypeText::of)) + ")";
  }

  /** The whole type if it is short, else only what kind of type it is. */
  static String brief(@Nullable RegoType type) {
    String whole = of(type);
    return width(whole) <= SHORT ? whole : outline(type, 0);
  }

  /** How many characters a person sees. */
  static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * The text of a type and of the types inside it.
   *
   * @param levels how many levels below this type are shown
   */
  static String outline(@Nullable RegoType type, int levels) {
    if (type == null) {
      return "???";
    } else if (type instanceof RegoType.Primitive p) {
      return p.name();
    } else if (type instanceof RegoType.Named named) {
      return named.name() + ": " + outline(named.type(), levels);
    }
    Function<@Nullable RegoType, String> inside =
        levels == 0 ? t -> MORE : t -> outline(t, levels - 1);
    if (type instanceof RegoType.AnyOf any) {
      return anyOf(parts(any.types(), inside, levels));
    } else if (type instanceof RegoType.SetOf set) {
      return set.element() == null ? "set" : "set[" + inside.apply(set.element()) + "]";
    } else if (type instanceof RegoType.ArrayOf array) {
      String rest = array.rest() == null ? "" : inside.apply(array.rest());
      return array(parts(array.elements(), inside, levels), rest);
    } else if (type instanceof RegoType.ObjectOf object) {
      return object(object, inside, levels);
    } else if (type instanceof RegoType.Recursive recursive) {
      return "recursive(" + recursive.name() + ")";
    }
    RegoType.Function f = (RegoType.Function) type;
    List<RegoType> unnamed = f.args().stream().map(TypeText::unnamed).toList();
    List<String> args = parts(unnamed, inside, levels);
    if (f.variadic() != null && (levels > 0 || args.isEmpty())) {
      args.add(levels == 0 ? MORE : inside.apply(f.variadic()) + MORE);
    }
    return function(args, f.result() == null ? of(null) : inside.apply(unnamed(f.result())));
  }

  private static RegoType unnamed(RegoType type) {
    return type instanceof RegoType.Named named ? named.type() : type;
  }

  private static String object(
      RegoType.ObjectOf object, Function<@Nullable RegoType, String> inside, int levels) {
    List<String> known = new ArrayList<>();
    if (levels == 0 && !object.properties().isEmpty()) {
      known.add(MORE);
    } else {
      object.properties().forEach(p -> known.add(property(p.key(), inside.apply(p.type()))));
    }
    String others = "";
    if (object.keys() != null || object.values() != null) {
      others =
          levels == 0 ? MORE : inside.apply(object.keys()) + ": " + inside.apply(object.values());
    }
    return object(known, others);
  }

  private static List<String> parts(
      List<RegoType> types, Function<@Nullable RegoType, String> inside, int levels) {
    return levels == 0 && !types.isEmpty() ? new ArrayList<>(List.of(MORE)) : each(types, inside);
  }

  private static List<String> each(
      List<? extends @Nullable RegoType> types, Function<@Nullable RegoType, String> text) {
    List<String> texts = new ArrayList<>();
    types.forEach(t -> texts.add(text.apply(t)));
    return texts;
  }

  static String property(Value key, String type) {
    return plain(key) + ": " + type;
  }

  /** A key as Go prints it. */
  private static String plain(Value key) {
    if (key instanceof StringValue s) {
      return s.value();
    } else if (key instanceof NullValue) {
      return "<nil>";
    } else if (key instanceof ArrayValue array) {
      List<String> elements = new ArrayList<>();
      array.forEach(e -> elements.add(plain(e)));
      return "[" + String.join(" ", elements) + "]";
    } else if (key instanceof ObjectValue object) {
      List<String> members = new ArrayList<>();
      object.forEach((k, v) -> members.add(plain(k) + ":" + plain(v)));
      return "map[" + String.join(" ", members) + "]";
    }
    return key.toString();
  }

  static String anyOf(List<String> options) {
    return options.isEmpty() ? "any" : "any<" + String.join(", ", options) + ">";
  }

  static String array(List<String> elements, String rest) {
    return "array" + known(elements) + others(rest);
  }

  static String object(List<String> properties, String others) {
    return "object" + known(properties) + others(others);
  }

  static String function(List<String> args, String result) {
    return "(" + String.join(", ", args) + ") => " + result;
  }

  private static String known(List<String> parts) {
    return parts.isEmpty() ? "" : "<" + String.join(", ", parts) + ">";
  }

  private static String others(String text) {
    return text.isEmpty() ? "" : "[" + text + "]";
  }
}

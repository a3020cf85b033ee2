package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.value.StringValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Types as messages show them. */
final class TypeText {
  private TypeText() {}

  static String of(@Nullable RegoType type) {
    return text(type, false);
  }

  /** With the unions of named parameters left out. */
  static String brief(RegoType type) {
    return text(type, true);
  }

  static String list(List<? extends @Nullable RegoType> types) {
    return types.stream().map(TypeText::of).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String text(@Nullable RegoType type, boolean brief) {
    if (type == null) {
      return "???";
    } else if (type instanceof RegoType.Primitive p) {
      return p.name();
    } else if (type instanceof RegoType.Named named) {
      String inner =
          brief && named.type() instanceof RegoType.AnyOf any && !any.types().isEmpty()
              ? "any<...>"
              : text(named.type(), brief);
      return named.name() + ": " + inner;
    } else if (type instanceof RegoType.AnyOf any) {
      return any.types().isEmpty()
          ? "any"
          : any.types().stream()
              .map(t -> text(t, brief))
              .collect(Collectors.joining(", ", "any<", ">"));
    } else if (type instanceof RegoType.ArrayOf array) {
      String known =
          array.elements().stream().map(t -> text(t, brief)).collect(Collectors.joining(", "));
      return "array"
          + (known.isEmpty() ? "" : "<" + known + ">")
          + (array.rest() == null ? "" : "[" + text(array.rest(), brief) + "]");
    } else if (type instanceof RegoType.SetOf set) {
      return "set[" + text(set.element(), brief) + "]";
    } else if (type instanceof RegoType.ObjectOf object) {
      return object(object, brief);
    }
    RegoType.Function f = (RegoType.Function) type;
    List<String> args = new ArrayList<>();
    f.args().forEach(t -> args.add(text(t, brief)));
    return "(" + String.join(", ", args) + ") => " + text(f.result(), brief);
  }

  private static String object(RegoType.ObjectOf object, boolean brief) {
    String known =
        object.properties().stream()
            .map(
                p ->
                    (p.key() instanceof StringValue s ? s.value() : p.key().toString())
                        + ": "
                        + text(p.type(), brief))
            .collect(Collectors.joining(", "));
    return "object"
        + (known.isEmpty() ? "" : "<" + known + ">")
        + (object.keys() == null
            ? ""
            : "[" + text(object.keys(), brief) + ": " + text(object.values(), brief) + "]");
  }
}

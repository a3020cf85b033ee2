package dev.kspm.rego.internal.compiler;

import dev.kspm.rego.builtin.RegoType;

/** The order in which the members of a union are listed. */
final class TypeOrder {
  private TypeOrder() {}

  static int compare(RegoType a, RegoType b) {
    int kinds = Integer.compare(kind(a), kind(b));
    return kinds != 0 || a.equals(b) ? kinds : text(a).compareTo(text(b));
  }

  private static String text(RegoType type) {
    return TypeText.of(type);
  }

  private static int kind(RegoType type) {
    if (type instanceof RegoType.Primitive p) {
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

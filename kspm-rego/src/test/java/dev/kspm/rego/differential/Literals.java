package dev.kspm.rego.differential;

import java.util.ArrayList;
import java.util.List;

/** Constants as text, which is both JSON and Rego unless the type holds sets. */
final class Literals {
  static final List<String> KEYS = List.of("a", "b", "c", "d e");
  private static final List<String> WORDS =
      List.of("a", "b", "c", "abc", "a.b", "x/y", "", "B", "Zoë", "😀", "\\n", "10", "a b", "-");
  private static final List<String> ODD =
      List.of(
          "-1",
          "1.5",
          "0.1",
          "1e2",
          "100000000000000000001",
          "1.0",
          "-0",
          "9007199254740993",
          "2.50");

  private final Dice dice;

  Literals(Dice dice) {
    this.dice = dice;
  }

  String of(Type type) {
    return switch (type.kind()) {
      case NUMBER -> dice.percent(8) ? dice.pick(ODD) : Integer.toString(dice.below(5));
      case STRING -> quoted(dice.percent(50) ? dice.pick(KEYS) : dice.pick(WORDS));
      case BOOLEAN -> dice.percent(75) ? "true" : "false";
      case NULL -> "null";
      case ANY -> of(Type.random(dice, 2, false));
      case ARRAY -> "[" + String.join(", ", elements(type.of())) + "]";
      case OBJECT -> object(type.of());
      case SET -> {
        List<String> elements = elements(type.of());
        yield elements.isEmpty() ? "set()" : "{" + String.join(", ", elements) + "}";
      }
    };
  }

  private List<String> elements(Type type) {
    List<String> elements = new ArrayList<>();
    for (int i = dice.percent(6) ? 0 : dice.between(1, 3); i > 0; i--) {
      elements.add(of(type));
    }
    return elements;
  }

  private String object(Type type) {
    List<String> members = new ArrayList<>();
    for (String key : KEYS) {
      if (dice.percent(key.equals("a") ? 90 : 45)) {
        members.add(quoted(key) + ": " + of(type));
      }
    }
    return "{" + String.join(", ", members) + "}";
  }

  static String quoted(String text) {
    return '"' + text + '"';
  }
}

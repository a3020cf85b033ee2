package dev.kspm.rego.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The input and the base data of a program, with the types of their members. */
final class Documents {
  /** A reference to a member and its type. */
  record Field(String path, Type type) {}

  private final Dice dice;
  private final Literals literals;
  private final List<Field> fields = new ArrayList<>();
  private final String input;
  private final Map<String, String> data = new TreeMap<>();

  Documents(Dice dice) {
    this.dice = dice;
    this.literals = new Literals(dice);
    this.input = members("input", "f", dice.between(4, 8));
    data.put("base", members("data.base", "g", dice.between(3, 5)));
  }

  private String members(String root, String prefix, int count) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Type type =
          switch (i) {
            case 0 -> Type.NUMBER;
            case 1 -> Type.STRING;
            case 2 -> Type.object(Type.scalar(dice));
            case 3 -> Type.array(Type.random(dice, 1, false));
            default -> Type.random(dice, 3, false);
          };
      String name = prefix + i;
      fields.add(new Field(root + "." + name, type));
      if (!dice.percent(4)) {
        members.add(Literals.quoted(name) + ": " + literals.of(type));
      }
    }
    return "{" + String.join(", ", members) + "}";
  }

  /** Base data below a package, next to its rules or in their place. */
  void addBelow(String packagePath, String name) {
    String value = dice.percent(50) ? literals.of(Type.ANY) : "{\"a\": {\"b\": 7}, \"b\": 8}";
    String[] parts = packagePath.split("\\.", -1);
    String object = "{" + Literals.quoted(name) + ": " + value + "}";
    for (int i = parts.length - 1; i > 0; i--) {
      object = "{" + Literals.quoted(parts[i]) + ": " + object + "}";
    }
    data.putIfAbsent(parts[0], object);
  }

  List<Field> fields() {
    return fields;
  }

  List<Field> of(Type type) {
    return fields.stream().filter(f -> f.type().equals(type)).toList();
  }

  String input() {
    return input;
  }

  String data() {
    List<String> members = new ArrayList<>();
    data.forEach((name, value) -> members.add(Literals.quoted(name) + ": " + value));
    return "{" + String.join(", ", members) + "}";
  }
}

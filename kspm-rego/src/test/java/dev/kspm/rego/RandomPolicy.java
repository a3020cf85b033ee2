package dev.kspm.rego;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Small policies of all kinds of rules whose bodies compare the input with constants in many ways,
 * and inputs that often match. No body can end with an error; rules may contradict each other.
 */
final class RandomPolicy {
  private static final List<String> CONSTANTS =
      List.of("\"a\"", "\"b\"", "1", "1.0", "2", "true", "false", "null", "[1]", "{\"k\": \"a\"}");

  private final Random random;
  private int variables;
  private final List<String> rules = new ArrayList<>();

  RandomPolicy(Random random) {
    this.random = random;
    for (int i = size(5); i >= 0; i--) {
      rules.add("allow if " + body());
      rules.add("level := " + pick("1", "1.0", "2", "input.a") + " if " + body() + chain());
      rules.add("f(" + pick("\"a\"", "1", "x", "[x, 1]", "{\"k\": x}") + ", y) := " + body(1));
      rules.add("found contains " + pick("\"a\"", "input.b.c", "1") + " if " + body());
      rules.add("table[" + pick("\"a\"", "input.a", "1") + "] := " + constant() + " if " + body());
      rules.add(
          "deep." + pick("a", "b") + "[k] contains v if { some k, v in input.b; " + goal() + " }");
    }
    if (random.nextBoolean()) {
      rules.add("default allow := false");
      rules.add("default f(_, _) := \"none\"");
    }
    Collections.shuffle(rules, random);
  }

  /** The rules in the order in which they were made, or in another one. */
  String text(boolean otherOrder) {
    List<String> order = new ArrayList<>(rules);
    if (otherOrder) {
      Collections.shuffle(order, random);
    }
    return "package t\n\nroot if input.a == \"a\"\n\n" + String.join("\n\n", order) + "\n";
  }

  /** An input whose members are missing now and then. */
  String input() {
    List<String> members = new ArrayList<>();
    for (String name : List.of("a", "d")) {
      if (random.nextInt(5) > 0) {
        members.add("\"" + name + "\": " + constant());
      }
    }
    members.add("\"b\": {\"c\": " + constant() + ", \"e\": " + constant() + "}");
    members.add("\"list\": [" + constant() + ", " + constant() + "]");
    return "{" + String.join(", ", members) + "}";
  }

  /** What is asked: every rule as a whole and at keys that are known. */
  static List<String> queries() {
    return List.of(
        "data.t.allow",
        "data.t.level",
        "x := data.t.f(input.a, input.d)",
        "x := data.t.f(input.list, 1)",
        "data.t.found",
        "data.t.found[input.a]",
        "data.t.table",
        "data.t.table[input.a]",
        "data.t.table[k] == input.d",
        "data.t.deep",
        "data.t.deep.a[k][input.a]",
        "data.t[name]");
  }

  private String chain() {
    StringBuilder chain = new StringBuilder();
    for (int i = size(2); i > 0; i--) {
      chain.append(" else := ").append(pick("1", "3")).append(" if ").append(body());
    }
    return chain.toString();
  }

  private String body(int least) {
    return constant()
        + " if "
        + (least > 0 && random.nextBoolean() ? "y == " + constant() : body());
  }

  private String body() {
    List<String> goals = new ArrayList<>();
    for (int i = size(2); i >= 0; i--) {
      goals.add(goal());
    }
    return "{ " + String.join("; ", goals) + " }";
  }

  private String goal() {
    String c = constant();
    return switch (random.nextInt(15)) {
      case 0, 1, 2 -> "input.a == " + c;
      case 3 -> c + " == input.a";
      case 4, 5 -> "input.b.c == " + c;
      case 6 ->
          "some n" + ++variables + "; n" + variables + " = " + c + "; input.d == n" + variables;
      case 7 -> "whole" + ++variables + " := input; whole" + variables + ".a == " + c;
      case 8 -> "input.list[_] == " + c;
      case 9 -> "input.list[0] = " + c;
      case 10 -> "not input.a == " + c;
      case 11 -> "input.a in [" + c + ", " + constant() + "]";
      case 12 -> "count([e | some e in input.list; e == " + c + "]) > 0";
      case 13 -> "root with input.a as " + c;
      default -> "input.d";
    };
  }

  private int size(int most) {
    return random.nextInt(most + 1);
  }

  private String constant() {
    return CONSTANTS.get(random.nextInt(CONSTANTS.size()));
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}

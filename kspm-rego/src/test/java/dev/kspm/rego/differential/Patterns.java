package dev.kspm.rego.differential;

import java.util.ArrayList;
import java.util.List;

/** Unifications of arrays and objects whose variables are bound on either side, in odd orders. */
final class Patterns {
  private final Dice dice;
  private final Terms terms;

  /** What is bound before a unification: comprehensions in it may not use what it binds. */
  private Scope before = Scope.of(new ModuleText("none", Dialect.V1));

  Patterns(Dice dice, Terms terms) {
    this.dice = dice;
    this.terms = terms;
  }

  /** Two sides that are equal for some values of the variables. */
  private record Sides(String left, String right) {}

  String unification(Scope scope, int depth) {
    before = scope.inner();
    Sides sides = sides(scope, depth, dice.between(1, 2));
    return sides.left() + " = " + sides.right();
  }

  private Sides sides(Scope scope, int depth, int nesting) {
    Sides sides;
    int choice = dice.below(10);
    if (nesting > 0 && choice < 5) {
      sides = array(scope, depth, nesting);
    } else if (nesting > 0 && choice < 7) {
      sides = object(scope, depth, nesting);
    } else if (choice < 9) {
      Type type = Type.random(dice, 1, true);
      String value = dice.percent(60) ? terms.leaf(type, scope) : terms.of(type, before, depth - 1);
      sides = new Sides(dice.percent(8) ? "_" : scope.bindNew(type), value);
    } else {
      Type type = Type.scalar(dice);
      String value = terms.leaf(type, scope);
      sides = new Sides(value, value);
    }
    return dice.percent(50) ? sides : new Sides(sides.right(), sides.left());
  }

  /** Elements are made in one order, in which each may use what those before bind, and shuffled. */
  private Sides array(Scope scope, int depth, int nesting) {
    List<Sides> elements = new ArrayList<>();
    for (int i = dice.between(1, 3); i > 0; i--) {
      elements.add(sides(scope, depth, nesting - 1));
    }
    dice.shuffle(elements);
    return new Sides(
        "[" + String.join(", ", elements.stream().map(Sides::left).toList()) + "]",
        "[" + String.join(", ", elements.stream().map(Sides::right).toList()) + "]");
  }

  private Sides object(Scope scope, int depth, int nesting) {
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    List<String> keys = new ArrayList<>(Literals.KEYS);
    dice.shuffle(keys);
    for (int i = dice.between(1, 2); i > 0; i--) {
      Sides sides = sides(scope, depth, nesting - 1);
      String key = Literals.quoted(keys.get(i)) + ": ";
      left.add(key + sides.left());
      right.add(key + sides.right());
    }
    dice.shuffle(right);
    return new Sides("{" + String.join(", ", left) + "}", "{" + String.join(", ", right) + "}");
  }
}

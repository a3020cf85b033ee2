package dev.kspm.rego.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Random statements; what they bind is added to the scope. */
final class Statements {
  private static final boolean PRINTS = Template.isCallable(List.of("print", "internal.print"));
  private static final Pattern DECLARED = Pattern.compile("^some (v\\d+)(?:, (v\\d+))? in ");

  private final Dice dice;
  private final Terms terms;
  private final Patterns patterns;

  Statements(Dice dice, Terms terms) {
    this.dice = dice;
    this.terms = terms;
    this.patterns = new Patterns(dice, terms);
  }

  List<String> lines(Scope scope, int count, int depth) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String line = null;
      while (line == null) {
        line = statement(scope, depth);
      }
      lines.add(line);
    }
    if (dice.percent(98)) {
      addUses(lines);
    }
    boolean declares = lines.stream().anyMatch(l -> l.contains(":=") || l.startsWith("some "));
    if (declares ? dice.below(400) == 0 : dice.percent(30)) {
      dice.shuffle(lines);
    }
    return lines;
  }

  /** Uses what is declared and not used, which would be an error. */
  private void addUses(List<String> lines) {
    String all = String.join("\n", lines) + "\n";
    Set<String> unused = new TreeSet<>();
    for (String line : lines) {
      Matcher declared = DECLARED.matcher(line);
      if (declared.find()) {
        unused.add(declared.group(1));
        if (declared.group(2) != null) {
          unused.add(declared.group(2));
        }
      }
    }
    for (String name : unused) {
      if (all.split("\\b" + name + "\\b", -1).length < 3) {
        lines.add(
            dice.pick(
                "_ = " + name, name + " == " + name, name + " != \"zz\"", "[" + name + "] = [_]"));
      }
    }
  }

  private @Nullable String statement(Scope scope, int depth) {
    boolean keywords = scope.module().dialect().keywords();
    int choice = dice.below(100);
    if (choice < 20) {
      return assign(scope, depth);
    } else if (choice < 30) {
      return patterns.unification(scope, depth);
    } else if (choice < 50) {
      return iteration(scope, depth);
    } else if (choice < 57) {
      return keywords ? every(scope, depth) : null;
    } else if (choice < 66) {
      return comparison(scope, depth);
    } else if (choice < 73) {
      return negation(scope, depth);
    } else if (choice < 81) {
      return scope.module().dialect().logic() ? logical(scope, depth) : null;
    } else if (choice < 90) {
      return with(scope, depth);
    } else if (choice < 93 && PRINTS) {
      return "print("
          + terms.of(Type.ANY, scope.still(), 1)
          + ", "
          + terms.of(Type.ANY, scope.still(), 0)
          + ")";
    } else if (choice < 95) {
      return walk(scope);
    } else {
      return terms.of(dice.percent(70) ? Type.BOOLEAN : Type.ANY, scope, depth);
    }
  }

  private String assign(Scope scope, int depth) {
    Type type = dice.percent(10) ? Type.ANY : Type.random(dice, 2, true);
    String value = terms.of(type, scope, depth);
    String name = scope.bindNew(type);
    return dice.percent(75)
        ? name + " := " + value
        : dice.percent(80) ? name + " = " + value : value + " = " + name;
  }

  /** A run through a collection in one of the ways that there are. */
  private String iteration(Scope scope, int depth) {
    Type element = Type.random(dice, 1, true);
    Type type = dice.pick(Type.array(element), Type.set(element), Type.object(element));
    String collection = terms.of(type, scope, depth - 1);
    boolean plain = collection.matches("[a-z][a-zA-Z0-9_.]*") && !collection.equals("null");
    boolean keywords = scope.module().dialect().keywords();
    String key = scope.fresh();
    String value = scope.fresh();
    switch (plain || !keywords ? dice.below(5) : 3 + dice.below(2)) {
      case 0:
        scope.bind(key, type.key());
        return plain
            ? "some " + key + "; " + collection + "[" + key + "]"
            : bound(key, collection, type, scope);
      case 1:
        if (plain) {
          scope.bind(key, type.key());
          scope.bind(value, element);
          return collection + "[" + key + "] = " + value;
        }
        return bound(key, collection, type, scope);
      case 2:
        if (plain) {
          scope.bind(value, element);
          return value + " := " + collection + "[_]";
        }
        return bound(key, collection, type, scope);
      case 3:
        if (keywords) {
          scope.bind(value, element);
          return "some " + value + " in " + collection;
        }
        return bound(key, collection, type, scope);
      default:
        if (keywords) {
          scope.bind(key, type.key());
          scope.bind(value, element);
          return "some " + key + ", " + value + " in " + collection;
        }
        return bound(key, collection, type, scope);
    }
  }

  private String bound(String name, String collection, Type type, Scope scope) {
    String value = scope.bindNew(type.of());
    scope.bind(name, type);
    return name + " := " + collection + "; " + value + " := " + name + "[_]";
  }

  private String every(Scope scope, int depth) {
    Type element = Type.random(dice, 1, true);
    Type type = dice.pick(Type.array(element), Type.set(element), Type.object(element));
    String domain = terms.of(type, scope.still(), depth - 1);
    Scope inner = scope.inner();
    String names = "";
    if (dice.percent(40)) {
      names = inner.bindNew(type.key());
    }
    String value = inner.bindNew(element);
    String test =
        dice.percent(60)
            ? value + " == " + value
            : value
                + dice.pick(" != ", " < ", " >= ", equality(element))
                + terms.leaf(element, inner);
    List<String> body = new ArrayList<>();
    if (dice.percent(30)) {
      body.addAll(lines(inner, 1, depth - 1));
    }
    body.add(test);
    if (!names.isEmpty()) {
      body.add(names + " != \"zz\"");
      names += ", ";
    }
    return "every " + names + value + " in " + domain + " { " + String.join("; ", body) + " }";
  }

  private String comparison(Scope scope, int depth) {
    Type type = dice.percent(70) ? Type.random(dice, 1, true) : Type.ANY;
    String left = terms.of(type, scope, depth);
    if (dice.percent(15) && !left.contains("print")) {
      return left + " == " + left;
    }
    return left
        + dice.pick(equality(type), " != ", " < ", " <= ", " > ", " >= ", " != ", " != ")
        + terms.of(type, scope, depth - 1);
  }

  /** What may be compared for equality: literals of collections are most often of other types. */
  private String equality(Type type) {
    boolean fit =
        !type.equals(Type.ANY)
            && (!type.isCollection() || type.kind() == Type.Kind.SET && !type.of().isCollection());
    return fit || dice.percent(3) ? " == " : " != ";
  }

  private String negation(Scope scope, int depth) {
    Scope still = dice.percent(95) ? scope.still() : scope.inner();
    if (scope.module().dialect().logic() && dice.percent(50)) {
      return "not { "
          + String.join("; ", lines(still.inner(), dice.between(1, 2), depth - 1))
          + "; "
          + condition(still, 0)
          + " }";
    }
    return "not " + condition(still, depth);
  }

  /** A term that may be false or undefined; braces in front would be taken for a body. */
  private String condition(Scope scope, int depth) {
    String text = openCondition(scope, depth);
    return scope.module().dialect().logic() && text.startsWith("{") && dice.percent(98)
        ? "(" + text + ")"
        : text;
  }

  private String openCondition(Scope scope, int depth) {
    Type type = Type.random(dice, 1, true);
    return switch (dice.below(5)) {
      case 0 ->
          terms.leaf(type, scope) + dice.pick(equality(type), " > ") + terms.leaf(type, scope);
      case 1 -> terms.of(Type.BOOLEAN, scope, depth);
      case 2 -> "false";
      case 3 -> "input.missing" + dice.pick("", ".x", "[0]");
      default -> terms.of(type, scope, depth - 1) + equality(type) + terms.leaf(type, scope);
    };
  }

  private String logical(Scope scope, int depth) {
    String text = operand(scope, depth);
    for (int i = dice.between(1, 2); i > 0; i--) {
      text += dice.pick(" and ", " or ", " or ") + operand(scope, depth - 1);
    }
    return text;
  }

  private String operand(Scope scope, int depth) {
    return switch (dice.below(6)) {
      case 0 -> "not " + condition(scope.still(), 0);
      case 1 ->
          "{ " + String.join("; ", lines(scope.inner(), dice.between(1, 2), depth - 1)) + " }";
      case 2 ->
          "("
              + condition(scope.still(), 0)
              + dice.pick(" and ", " or ")
              + condition(scope.still(), depth - 1)
              + ")";
      case 3 -> "(" + terms.of(Type.ANY, scope.still(), depth - 1) + ")";
      default -> condition(scope.still(), depth - 1);
    };
  }

  private String with(Scope scope, int depth) {
    List<Symbol> symbols = terms.symbols();
    Type type = Type.random(dice, 2, true);
    String value;
    if (symbols.isEmpty()) {
      value = terms.of(type, scope, depth);
    } else {
      Symbol used = dice.pick(symbols);
      type = used.type();
      value = terms.fill(used.from(scope.module(), dice), scope, depth);
    }
    String modifiers = modifier(scope) + (dice.percent(25) ? modifier(scope) : "");
    if (dice.percent(75)) {
      return scope.bindNew(type) + " := " + value + modifiers;
    }
    return (dice.percent(25) ? "not " : "") + value + modifiers;
  }

  private String modifier(Scope scope) {
    List<Symbol> replaceable = terms.symbols().stream().filter(Symbol::isReplaceable).toList();
    int choice = dice.below(10);
    if (choice < 3) {
      Documents.Field field = dice.pick(terms.documents().fields());
      return " with " + field.path() + " as " + terms.of(field.type(), scope.still(), 1);
    } else if (choice < 4) {
      return " with input as "
          + dice.pick(
              "{}", "{\"f0\": 3, \"f1\": \"a\"}", "[1]", "input.f2", "{\"f2\": {\"a\": 1}}");
    } else if (choice < 5) {
      return dice.pick(
          " with count as 3",
          " with input.new.deep as 1",
          " with data.base.new as {\"a\": 2}",
          " with startswith as endswith",
          " with upper as lower",
          " with sum as max",
          " with data.base as {\"g0\": 1}");
    } else if (replaceable.isEmpty()) {
      return " with input.f0 as 4";
    }
    Symbol symbol = dice.pick(replaceable);
    if (symbol.isFunction() && dice.percent(50)) {
      List<Symbol> others = replaceable.stream().filter(s -> s.args() == symbol.args()).toList();
      return " with " + symbol.path() + " as " + dice.pick(others).path();
    }
    return " with " + symbol.path() + " as " + terms.of(symbol.type(), scope.still(), 1);
  }

  private String walk(Scope scope) {
    String path = scope.fresh();
    String value = scope.fresh();
    String of = terms.leaf(Type.random(dice, 2, true), scope);
    scope.bind(path, Type.array(Type.ANY));
    scope.bind(value, Type.ANY);
    return dice.percent(70)
        ? "walk(" + of + ", [" + path + ", " + value + "])"
        : "[" + path + ", " + value + "] = walk(" + of + ")";
  }
}

package dev.kspm.rego.differential;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Random terms of a wanted type. */
final class Terms {
  private static final List<Template> BUILTINS = Template.builtins();

  private final Dice dice;
  private final Literals literals;
  private final Documents documents;
  private final List<Symbol> symbols;
  private @Nullable Statements statements;

  Terms(Dice dice, Documents documents, List<Symbol> symbols) {
    this.dice = dice;
    this.literals = new Literals(dice);
    this.documents = documents;
    this.symbols = symbols;
  }

  /** Says who writes the bodies of comprehensions. */
  void bodiesFrom(Statements writer) {
    this.statements = writer;
  }

  Literals literals() {
    return literals;
  }

  List<Symbol> symbols() {
    return symbols;
  }

  Documents documents() {
    return documents;
  }

  String of(Type type, Scope scope, int depth) {
    if (depth <= 0) {
      return leaf(type, scope);
    }
    for (int tries = 0; tries < 4; tries++) {
      String made = compound(type, scope, depth);
      if (made != null) {
        return made;
      }
    }
    return leaf(type, scope);
  }

  private @Nullable String compound(Type type, Scope scope, int depth) {
    int choice = dice.below(100);
    if (choice < 30) {
      return builtin(type, scope, depth);
    } else if (choice < 50) {
      return symbol(type, scope, depth);
    } else if (choice < 65) {
      return comprehension(type, scope, depth);
    } else if (choice < 72) {
      return member(type, scope, depth);
    } else if (choice < 76
        && scope.module().dialect().templates(dice)
        && (type.equals(Type.STRING) || type.equals(Type.ANY))) {
      return template(scope, depth);
    } else if (choice < 80 && type.equals(Type.BOOLEAN) && scope.module().dialect().keywords()) {
      return membership(scope, depth);
    } else if (choice < 83) {
      return dynamicPackage(type, scope);
    }
    return leaf(type, scope);
  }

  private @Nullable String builtin(Type type, Scope scope, int depth) {
    List<Template> fitting =
        BUILTINS.stream().filter(t -> type.equals(Type.ANY) || t.result().equals(type)).toList();
    return fitting.isEmpty() ? null : fill(dice.pick(fitting), scope, depth);
  }

  private @Nullable String symbol(Type type, Scope scope, int depth) {
    List<Symbol> fitting = Symbol.of(symbols, type);
    return fitting.isEmpty()
        ? null
        : fill(dice.pick(fitting).from(scope.module(), dice), scope, depth);
  }

  /** A template with terms at its places. */
  String fill(Template template, Scope scope, int depth) {
    return template.fill(place -> place(place, scope, depth - 1));
  }

  private String place(String place, Scope scope, int depth) {
    return switch (place) {
      case "i" -> Integer.toString(dice.below(4));
      case "p" -> Integer.toString(dice.between(1, 4));
      case "b" -> dice.pick("2", "8", "10", "16");
      case "k" -> key(Type.STRING, scope.still(), depth);
      case "r" -> key(Type.STRING, scope, depth);
      case "n" -> key(Type.NUMBER, scope, depth);
      case "w" -> dice.pick("\"a\"", "\"b\"", "\".\"", "\"/\"");
      case "re" -> dice.pick("`[a-c]+`", "\"^a.*$\"", "`(a)|(b)`", "\"\\\\d+\"", "`.`", "\"b?\"");
      case "gr" -> dice.pick("\"a.a.[0-9]+z\"", "\"[a-z]+\"", "\"a*.b\"", "\"x.\"");
      case "glob" -> dice.pick("\"*\"", "\"a.*\"", "\"**\"", "\"{a,b}\"", "\"?b[a-c]\"", "\"a*c\"");
      case "num" -> dice.pick("\"1\"", "\"2.5\"", "\"-3\"", "\"1e3\"", "\"x\"");
      case "ns" -> dice.pick("1700000000000000000", "0", "1709287200000000001", "-1");
      case "net" -> dice.pick("\"10.0.0.0/8\"", "\"10.1.0.0/16\"", "\"192.168.1.0/24\"");
      case "ip" -> dice.pick("\"10.1.2.3\"", "\"192.168.1.7\"", "\"10.0.0.0/9\"");
      default -> of(Type.parse(place), scope, depth);
    };
  }

  /** What selects a member: most often something known. */
  private String key(Type type, Scope scope, int depth) {
    if (dice.percent(25)) {
      return scope.iterates() && dice.percent(50) ? "_" : of(type, scope, Math.min(depth, 1));
    } else if (type.equals(Type.NUMBER)) {
      return dice.percent(93) ? "0" : "1";
    }
    return Literals.quoted(dice.percent(85) ? "a" : dice.pick(Literals.KEYS));
  }

  private @Nullable String member(Type type, Scope scope, int depth) {
    if (type.equals(Type.ANY) || type.kind() == Type.Kind.SET) {
      return null;
    }
    String array = of(dice.percent(50) ? Type.array(type) : Type.object(type), scope, 0);
    if (!array.matches("[a-z][a-z0-9.]*")) {
      return null;
    }
    return array + "[" + key(isArray(array, scope) ? Type.NUMBER : Type.STRING, scope, depth) + "]";
  }

  private boolean isArray(String term, Scope scope) {
    return scope.variables().stream()
            .anyMatch(v -> v.name().equals(term) && v.type().kind() == Type.Kind.ARRAY)
        || documents.fields().stream()
            .anyMatch(f -> f.path().equals(term) && f.type().kind() == Type.Kind.ARRAY);
  }

  private String template(Scope scope, int depth) {
    Scope still = scope.still();
    String first = of(Type.ANY, still, Math.min(depth - 1, 1));
    String second = of(Type.ANY, still, 0);
    return dice.percent(70) || second.indexOf('`') >= 0 || first.indexOf('`') >= 0
        ? "$\"<{" + first + "}> \\{ {" + second + "}\""
        : "$`{" + first + "}\\n{" + second + "}`";
  }

  private String membership(Scope scope, int depth) {
    Type element = Type.random(dice, 1, true);
    Type collection = dice.pick(Type.array(element), Type.set(element), Type.object(element));
    String in = " in " + of(collection, scope, depth - 1) + ")";
    String value = of(element, scope, depth - 1);
    return dice.percent(70)
        ? "(" + value + in
        : "(" + of(collection.key(), scope, 0) + ", " + value + in;
  }

  /** Rules of several packages at once. */
  private @Nullable String dynamicPackage(Type type, Scope scope) {
    if (!type.equals(Type.ANY)
        || !scope.iterates()
        || scope.module().packagePath().startsWith("pk.")
        || symbols.stream().noneMatch(s -> s.packagePath().startsWith("pk."))) {
      return null;
    }
    String name = dice.percent(30) ? "_" : "\"" + dice.pick("a", "b", "c") + "\"";
    return "data.pk[" + name + "]" + dice.pick("", ".r0", "[_]", ".r1", "[\"r2\"]");
  }

  private @Nullable String comprehension(Type type, Scope scope, int depth) {
    if (!type.isCollection() || statements == null) {
      return null;
    }
    Scope inner = dice.percent(50) ? scope.inner() : scope.closed();
    String head;
    String body = String.join("; ", statements.lines(inner, dice.between(1, 2), depth - 1));
    if (type.kind() == Type.Kind.OBJECT) {
      String key = dice.percent(60) ? leaf(Type.STRING, inner) : of(Type.STRING, inner, 1);
      head = "{" + key + ": " + of(type.of(), inner, dice.below(2)) + " | " + body + "}";
    } else {
      head = of(type.of(), inner, dice.below(2)) + " | " + body;
      head = type.kind() == Type.Kind.ARRAY ? "[" + head + "]" : "{" + head + "}";
    }
    return head;
  }

  String leaf(Type type, Scope scope) {
    List<String> found = new ArrayList<>();
    int choice = dice.below(100);
    if (choice < 40) {
      scope.of(type).forEach(v -> found.add(v.name()));
    } else if (choice < 60) {
      documents.of(type).forEach(f -> found.add(f.path()));
    } else if (choice < 75) {
      Symbol.of(symbols, type).stream()
          .filter(s -> s.rest().isEmpty())
          .forEach(s -> found.add(s.from(scope.module(), dice).text()));
    }
    return found.isEmpty() ? literals.of(type) : dice.pick(found);
  }
}

package dev.kspm.rego.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes the rules of one name into a module and tells what later rules may use of it. */
final class RuleWriter {
  private static final Pattern VARIABLE = Pattern.compile("\\bv\\d+\\b|(?<![\\w\"])_(?![\\w\"])");

  private final Dice dice;
  private final Terms terms;
  private final Statements statements;
  private final List<Symbol> symbols;
  private final HeadText heads = new HeadText();

  RuleWriter(Dice dice, Terms terms, Statements statements, List<Symbol> symbols) {
    this.dice = dice;
    this.terms = terms;
    this.statements = statements;
    this.symbols = symbols;
  }

  void write(ModuleText module, String name) {
    int choice = dice.below(100);
    List<Symbol> made;
    if (choice < 14) {
      made = choices(module, name);
    } else if (choice < 32) {
      made = computed(module, name);
    } else if (choice < 54) {
      made = function(module, name);
    } else if (choice < 68) {
      made = partialSet(module, name);
    } else if (choice < 82) {
      made = partialObject(module, name);
    } else {
      made = referenceHead(module, name);
    }
    symbols.addAll(made);
  }

  private Symbol symbol(ModuleText module, String name, String rest, int args, Type type) {
    return new Symbol(module.packagePath(), name, rest, args, type);
  }

  private List<String> body(Scope scope) {
    return statements.lines(scope, dice.between(1, 3), 2);
  }

  /** Several definitions that exclude each other most often, with a default or else. */
  private List<Symbol> choices(ModuleText module, String name) {
    Type type = Type.random(dice, 1, true);
    if (dice.percent(50)) {
      module.addRule("default " + name + heads.value(module, terms.literals().of(type)));
    }
    String same = terms.literals().of(type);
    String subject = dice.percent(50) ? "input.f0" : "data.base.g0";
    for (int i = 0; i < dice.between(1, 5); i++) {
      Scope scope = Scope.of(module);
      String guard =
          dice.pick(
              subject + " == " + i, i + " = " + subject, subject + " > 1", "input.f1 == \"a\"");
      List<String> lines = new ArrayList<>(List.of(guard));
      if (dice.percent(25)) {
        lines.addAll(statements.lines(scope, 1, 1));
      }
      String value =
          guard.contains(" > ") || guard.contains("f1") ? same : terms.literals().of(type);
      String rule = heads.rule(module, name + heads.value(module, value), lines);
      if (dice.percent(30)) {
        rule += heads.otherwise(module, terms.literals().of(type), body(Scope.of(module)));
        rule += dice.percent(50) ? heads.otherwise(module, same, List.of()) : "";
      }
      module.addRule(rule);
    }
    return List.of(symbol(module, name, "", -1, type));
  }

  private List<Symbol> computed(ModuleText module, String name) {
    Type type = Type.random(dice, 3, true);
    Scope scope = Scope.of(module);
    if (dice.percent(30)) {
      String value = terms.of(type, scope.still(), 2);
      module.addRule(name + heads.value(module, value));
      return List.of(symbol(module, name, "", -1, type));
    }
    if (dice.percent(20)) {
      module.addRule("default " + name + heads.value(module, terms.literals().of(type)));
    }
    List<String> lines = body(scope);
    if (dice.percent(15)) {
      module.addRule(heads.rule(module, name, lines));
      return List.of(symbol(module, name, "", -1, Type.BOOLEAN));
    }
    String value = dice.percent(60) ? terms.leaf(type, scope) : terms.of(type, scope, 1);
    module.addRule(heads.rule(module, name + heads.value(module, value), lines));
    return List.of(symbol(module, name, "", -1, type));
  }

  private List<Symbol> function(ModuleText module, String name) {
    int arity = dice.percent(1) ? 0 : dice.between(1, 3);
    List<Type> types = new ArrayList<>();
    for (int i = 0; i < arity; i++) {
      types.add(Type.random(dice, 1, true));
    }
    Type result = Type.random(dice, 2, true);
    if (dice.percent(20) && arity > 0) {
      module.addRule(
          "default "
              + name
              + "("
              + String.join(", ", types.stream().map(t -> "_").toList())
              + ")"
              + heads.value(module, terms.literals().of(result)));
    }
    List<String> places = new ArrayList<>();
    int definitions = dice.percent(75) ? 1 : 2;
    String same = terms.literals().of(result);
    for (int d = 0; d < definitions; d++) {
      Scope scope = Scope.of(module);
      List<String> params = new ArrayList<>();
      for (int i = 0; i < arity; i++) {
        params.add(
            d == 0 ? parameter(types.get(i), scope) : again(places.get(i), types.get(i), scope));
        if (d == 0) {
          places.add(place(params.get(i), types.get(i), scope));
        }
      }
      String head = name + "(" + String.join(", ", params) + ")";
      String rule;
      if (dice.percent(25)) {
        String value = definitions > 1 ? same : terms.of(result, scope.still(), 1);
        rule = head + heads.value(module, value);
      } else {
        List<String> lines = body(scope);
        String value = definitions > 1 && dice.percent(80) ? same : terms.of(result, scope, 1);
        rule = heads.rule(module, head + heads.value(module, value), lines);
        if (dice.percent(25)) {
          Scope other = Scope.of(module);
          if (params.stream().allMatch(p -> p.matches("v\\d+"))) {
            for (int i = 0; i < params.size(); i++) {
              other.fresh();
              other.bind(params.get(i), types.get(i));
            }
          }
          String value2 = terms.of(result, other.still(), 1);
          rule +=
              heads.otherwise(
                  module, value2, dice.percent(50) ? List.of() : List.of("input.f0 > 1"));
        }
      }
      module.addRule(rule);
    }
    return List.of(symbol(module, name, "(" + String.join(", ", places) + ")", arity, result));
  }

  /** What callers write for a parameter, so that they fit what the type checker makes of it. */
  private static String place(String parameter, Type type, Scope scope) {
    if (parameter.startsWith("[") || parameter.startsWith("{")) {
      return VARIABLE
          .matcher(parameter)
          .replaceAll(m -> "<" + (m.group().equals("_") ? type.of() : scope.type(m.group())) + ">");
    }
    return "<" + type + ">";
  }

  /** A parameter of the same shape with variables of its own. */
  private static String again(String place, Type type, Scope scope) {
    return place.contains("<" + type + ">")
        ? scope.bindNew(type)
        : Template.PLACE.matcher(place).replaceAll(m -> scope.bindNew(Type.parse(m.group(1))));
  }

  private String parameter(Type type, Scope scope) {
    int choice = dice.below(100);
    if (choice < 8) {
      return "_";
    } else if (choice < 14) {
      return terms.literals().of(type);
    } else if (choice < 26 && type.kind() == Type.Kind.ARRAY) {
      List<String> elements = new ArrayList<>();
      for (int i = dice.between(1, 3); i > 0; i--) {
        elements.add(parameter(type.of(), scope));
      }
      return "[" + String.join(", ", elements) + "]";
    } else if (choice < 22 && type.kind() == Type.Kind.OBJECT) {
      return "{\"a\": " + parameter(type.of(), scope) + "}";
    }
    return scope.bindNew(type);
  }

  private List<Symbol> partialSet(ModuleText module, String name) {
    Type type = Type.random(dice, 2, true);
    for (int i = dice.between(1, 3); i > 0; i--) {
      Scope scope = Scope.of(module);
      if (dice.percent(15) && module.dialect().heads()) {
        module.addRule(name + " contains " + terms.of(type, scope.still(), 1));
        continue;
      }
      List<String> lines = body(scope);
      String element = dice.percent(60) ? terms.leaf(type, scope) : terms.of(type, scope, 1);
      module.addRule(
          heads.rule(
              module,
              module.dialect().heads() ? name + " contains " + element : name + "[" + element + "]",
              lines));
    }
    Type set = Type.set(type);
    if (type.isCollection()) {
      return List.of(symbol(module, name, "", -1, set));
    }
    return List.of(
        symbol(module, name, "", -1, set), symbol(module, name, "[<" + type + ">]", -1, type));
  }

  private List<Symbol> partialObject(ModuleText module, String name) {
    Type type = Type.random(dice, 2, true);
    String same = terms.literals().of(type);
    for (int i = dice.between(1, 3); i > 0; i--) {
      Scope scope = Scope.of(module);
      List<String> lines = body(scope);
      String key =
          dice.percent(50) ? terms.leaf(Type.STRING, scope) : terms.literals().of(Type.STRING);
      String value =
          dice.percent(40)
              ? same
              : dice.percent(60) ? terms.leaf(type, scope) : terms.of(type, scope, 1);
      module.addRule(
          heads.rule(module, name + "[" + key + "]" + heads.value(module, value), lines));
    }
    return List.of(
        symbol(module, name, "", -1, Type.object(type)), symbol(module, name, "[<r>]", -1, type));
  }

  private List<Symbol> referenceHead(ModuleText module, String name) {
    Type type = Type.random(dice, 1, true);
    String same = terms.literals().of(type);
    String shape =
        dice.pick(".a[K].b", "[K][K]", ".b[K]", "[K].a[K]", ".a.b", ".a.c[K][K]", ".s[K]", "[K].s");
    boolean set = shape.contains("s") && module.dialect().heads();
    for (int i = dice.between(1, 3); i > 0; i--) {
      Scope scope = Scope.of(module);
      List<String> lines = body(scope);
      String head = name + shape;
      while (head.contains("K")) {
        String key =
            dice.percent(60)
                ? terms.leaf(Type.STRING, scope)
                : Literals.quoted(dice.pick("a", "b"));
        head = head.replaceFirst("K", java.util.regex.Matcher.quoteReplacement(key));
      }
      String value = dice.percent(60) ? same : terms.of(type, scope, 1);
      if (shape.equals(".a.b") && i > 1) {
        head = name + ".a.z" + i;
      }
      head += set ? " contains " + value : heads.value(module, value);
      module.addRule(heads.rule(module, head, lines));
    }
    List<Symbol> made = new ArrayList<>();
    Type member = set ? Type.set(type) : type;
    made.add(symbol(module, name, shape.replace("K", "<r>"), -1, member));
    if (shape.equals(".b[K]") || shape.equals(".s[K]")) {
      made.add(symbol(module, name + shape.substring(0, 2), "", -1, Type.object(member)));
    } else if (shape.equals("[K][K]")) {
      made.add(symbol(module, name, "", -1, Type.object(Type.object(member))));
      made.add(symbol(module, name, "[<r>]", -1, Type.object(member)));
    }
    return made;
  }
}

package dev.kspm.rego.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes a random program from a seed: the same for the same seed. */
final class ProgramGenerator {
  private static final List<String> PACKAGES =
      List.of("pk.a", "pk.b", "pk.c", "lib", "lib.sub", "top");

  private final Dice dice;
  private final Documents documents;
  private final List<Symbol> symbols = new ArrayList<>();
  private final Terms terms;
  private final Statements statements;
  private final List<ModuleText> modules = new ArrayList<>();

  private ProgramGenerator(long seed) {
    this.dice = new Dice(seed);
    this.documents = new Documents(dice);
    this.terms = new Terms(dice, documents, symbols);
    this.statements = new Statements(dice, terms);
    terms.bodiesFrom(statements);
  }

  static Program program(long seed) {
    return new ProgramGenerator(seed).program(false);
  }

  /** The same program with its modules and rules in another order. */
  static Program shuffled(long seed) {
    return new ProgramGenerator(seed).program(true);
  }

  private Program program(boolean shuffle) {
    writeModules();
    List<String> queries = queries();
    String input = dice.percent(3) ? null : documents.input();
    boolean strict = dice.percent(5);
    List<Program.Text> texts = new ArrayList<>();
    for (int i = 0; i < modules.size(); i++) {
      ModuleText module = modules.get(i);
      List<String> rules = new ArrayList<>(module.rules());
      if (shuffle || dice.percent(50)) {
        dice.shuffle(rules);
      }
      texts.add(
          new Program.Text("m" + i + ".rego", module.text(rules), module.dialect().version()));
    }
    if (shuffle) {
      dice.shuffle(texts);
    }
    return new Program(texts, documents.data(), input, queries, strict);
  }

  private void writeModules() {
    RuleWriter rules = new RuleWriter(dice, terms, statements, symbols);
    int count = dice.between(1, 4);
    for (int i = 0; i < count; i++) {
      // Packages of one family first, so that later ones may look at all of it.
      String path =
          i == 0
              ? dice.pick(PACKAGES)
              : i < count - 1 ? dice.pick(PACKAGES) : dice.pick("top", "lib", "pk.c");
      ModuleText module = new ModuleText(path, Dialect.random(dice));
      modules.add(module);
      List<String> known =
          new ArrayList<>(new TreeSet<>(symbols.stream().map(Symbol::packagePath).toList()));
      for (String other : known) {
        if (!other.equals(path) && dice.percent(60)) {
          module.importPackage(other, (dice.percent(50) ? "i" : "my_") + other.replace('.', '_'));
        }
      }
      long before = modules.stream().filter(m -> m.packagePath().equals(path)).count() - 1;
      for (int r = dice.between(2, 4); r >= 0; r--) {
        rules.write(module, "r" + (r + 10 * before));
      }
      if (dice.percent(12)) {
        documents.addBelow(path, "extra");
      }
    }
  }

  private List<String> queries() {
    List<String> queries = new ArrayList<>();
    ModuleText none = new ModuleText("query", Dialect.V1);
    Set<Symbol> asked =
        new TreeSet<>((a, b) -> (a.path() + a.rest()).compareTo(b.path() + b.rest()));
    asked.addAll(symbols);
    List<Symbol> some = new ArrayList<>(asked);
    dice.shuffle(some);
    for (Symbol symbol : some.subList(0, Math.min(5, some.size()))) {
      Scope scope = Scope.of(none);
      String term = symbol.path() + symbol.rest().replace("<r>", dice.pick("k", "\"a\"", "_", "k"));
      String filled = terms.fill(new Template(symbol.type(), term), scope, 1);
      queries.add(dice.pick("x = ", "x := ", "") + filled);
    }
    if (dice.percent(30)) {
      queries.add(
          dice.pick(
              "x = data",
              "x = data.pk",
              "data.pk[p][r] = x",
              "data.pk[_].r1 = x",
              "data[p] = x",
              "data.lib[r] = x",
              "data.top[r][k] = x",
              "data.pk[p].r0[k] = x",
              "x = data.lib"));
    }
    if (dice.percent(60)) {
      queries.add(String.join("; ", statements.lines(Scope.of(none), dice.between(1, 3), 2)));
    }
    return queries;
  }
}

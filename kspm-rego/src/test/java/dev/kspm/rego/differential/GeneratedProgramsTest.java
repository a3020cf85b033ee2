package dev.kspm.rego.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.EngineVariants;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.parser.Parser;
import dev.kspm.rego.internal.parser.ParserOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Random programs give the same answers whatever is done for speed and in whatever order. */
class GeneratedProgramsTest {
  private static final int COUNT = 400;
  private static final Map<Long, Program> PROGRAMS = new LinkedHashMap<>();
  private static final Map<Long, Answers> PLAIN = new LinkedHashMap<>();
  private static final Map<String, RegoEngine> ENGINES = EngineVariants.all();

  @BeforeAll
  static void answerPlainly() {
    Engine plain = new Engine(ENGINES.get("none"));
    for (long seed = 1; seed <= COUNT; seed++) {
      Program program = ProgramGenerator.program(seed);
      PROGRAMS.put(seed, program);
      PLAIN.put(seed, plain.answer(program));
    }
  }

  @Test
  void mostQueriesAreDefinedAndNotEmpty() {
    long queries = PROGRAMS.values().stream().mapToLong(p -> p.queries().size()).sum();
    long content =
        PLAIN.values().stream()
            .flatMap(a -> a.queries().stream())
            .filter(Answers.Answer::hasContent)
            .count();
    assertThat(content * 2).isGreaterThan(queries);
  }

  @Test
  void optimisationsChangeNothing() {
    List<String> different = new ArrayList<>();
    ENGINES.forEach(
        (name, rego) -> {
          Engine engine = new Engine(rego);
          PROGRAMS.forEach(
              (seed, program) -> {
                Divergence found = Divergence.between(engine.answer(program), PLAIN.get(seed));
                if (found != null) {
                  different.add(name + ", seed " + seed + ": " + found);
                }
              });
        });
    assertThat(different).isEmpty();
  }

  @Test
  void orderOfRulesAndModulesChangesNothing() {
    Engine engine = new Engine(ENGINES.get("all"));
    List<String> different = new ArrayList<>();
    PROGRAMS.forEach(
        (seed, program) -> {
          Answers plain = PLAIN.get(seed);
          Answers other = engine.answer(ProgramGenerator.shuffled(seed));
          Divergence found = Divergence.between(comparable(other, plain), comparable(plain, other));
          if (found != null) {
            different.add("seed " + seed + ": " + found);
          }
        });
    assertThat(different).isEmpty();
  }

  /**
   * Without places and printed lines, and without answers where the other side met a conflict: a
   * rule whose definitions give the same constant is not evaluated further once one of them does.
   */
  private static Answers comparable(Answers of, Answers other) {
    Answers plain = of.withoutPlaces();
    List<Answers.Answer> kept = new ArrayList<>();
    for (int i = 0; i < Math.min(of.queries().size(), other.queries().size()); i++) {
      if (!hasConflict(of, i) && !hasConflict(other, i)) {
        Answers.Answer answer = plain.queries().get(i);
        kept.add(new Answers.Answer(answer.rows(), List.of(), answer.errors()));
      }
    }
    return new Answers(plain.errors(), kept);
  }

  private static boolean hasConflict(Answers of, int query) {
    return of.queries().get(query).errors().stream().anyMatch(e -> e.startsWith("eval_conflict"));
  }

  @Test
  void printedRulesAreReadAgain() {
    List<String> wrong = new ArrayList<>();
    PROGRAMS.forEach(
        (seed, program) -> {
          for (Program.Text module : program.modules()) {
            // What is printed has the keywords of v1, an else its name, and an operand no brackets.
            boolean fit =
                module.version().equals("v1")
                    && !module.text().contains("else")
                    && !module.text().contains("import rego.v2")
                    && !module.text().contains("import future");
            Module once = fit ? parse(module) : null;
            if (once != null) {
              String header = module.text().substring(0, module.text().indexOf("\n"));
              String printed = printed(header, once);
              Module twice = parse(new Program.Text(module.name(), printed, module.version()));
              if (twice == null || !printed(header, twice).equals(printed)) {
                wrong.add("seed " + seed + ": " + printed);
              }
            }
          }
        });
    assertThat(wrong).isEmpty();
  }

  private static @Nullable Module parse(Program.Text text) {
    PolicySource source = text.source();
    return Parser.parseModule(source.text(), ParserOptions.of(source.version())).value();
  }

  private static String printed(String header, Module module) {
    List<String> lines = new ArrayList<>(List.of(header));
    module.imports().forEach(i -> lines.add(i.toString()));
    module.rules().forEach(r -> lines.add(r.toString()));
    return String.join("\n\n", lines);
  }
}

package dev.kspm;

import dev.kspm.evaluation.Evaluator;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rule.RegoPackage;
import dev.kspm.rule.Rule;
import dev.kspm.rule.RuleFolder;
import dev.kspm.rule.RuleProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is to be said of folders with rules, without a scan. Immutable and thread-safe.
 *
 * @param rules how many rules could be read
 * @param problems what is wrong, sorted
 * @param clashes ids and libraries that this {@link Kspm} has too: the folders are right by
 *     themselves, but a scan with them is refused; sorted
 */
public record RuleCheck(int rules, List<RuleProblem> problems, List<RuleProblem> clashes) {
  public RuleCheck {
    problems = List.copyOf(problems);
    clashes = List.copyOf(clashes);
  }

  static RuleCheck of(Collection<Path> folders, Catalogue catalogue, RegoEngine engine) {
    List<RuleFolder> read = folders.stream().map(RuleFolder::read).toList();
    List<Rule> rules = read.stream().flatMap(folder -> folder.rules().stream()).toList();
    List<PolicySource> libraries =
        new ArrayList<>(read.stream().flatMap(folder -> folder.libraries().stream()).toList());
    Set<String> own =
        libraries.stream().flatMap(module -> home(module).stream()).collect(Collectors.toSet());
    catalogue.libraries().stream()
        .filter(module -> home(module).filter(own::contains).isEmpty())
        .forEach(libraries::add);
    Evaluator evaluator = new Evaluator(engine, libraries, Map.of());

    Set<RuleProblem> problems = new TreeSet<>(evaluator.libraryProblems());
    Set<RuleProblem> clashes = new TreeSet<>();
    Map<String, Rule> byId = new HashMap<>();
    for (RuleFolder folder : read) {
      problems.addAll(folder.problems());
      clashes.addAll(catalogue.takenPackages(folder));
    }
    for (Rule rule : rules) {
      problems.addAll(evaluator.check(rule));
      problems.addAll(catalogue.types().check(rule));
      Rule twin = byId.putIfAbsent(rule.id(), rule);
      if (twin != null) {
        problems.add(sameId(rule, twin));
      }
      catalogue.rules().stream()
          .filter(other -> other.id().equals(rule.id()))
          .forEach(other -> clashes.add(sameId(rule, other)));
    }
    return new RuleCheck(rules.size(), List.copyOf(problems), List.copyOf(clashes));
  }

  private static Optional<String> home(PolicySource module) {
    return RegoPackage.of(module.text()).map(RegoPackage::path);
  }

  private static RuleProblem sameId(Rule rule, Rule other) {
    return new RuleProblem(
        rule.id(),
        rule.policy().text().name(),
        1,
        1,
        RuleProblem.FILE,
        "there is a rule " + rule.id() + " already: " + other.policy().text().name());
  }
}

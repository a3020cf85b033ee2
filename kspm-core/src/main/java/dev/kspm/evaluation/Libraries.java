package dev.kspm.evaluation;

import dev.kspm.rego.CompiledPolicy;
import dev.kspm.rego.DataReference;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.SyntaxTree;
import dev.kspm.rego.diagnostic.Diagnostic;
import dev.kspm.rego.policy.CompileException;
import dev.kspm.rule.RegoPackage;
import dev.kspm.rule.Rule;
import dev.kspm.rule.RuleOrigin;
import dev.kspm.rule.RuleProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The shared libraries, compiled together. Immutable and thread-safe.
 *
 * <p>One that does not compile is left out, and so is every other that reads it, until the rest
 * compiles. What is left out is undefined in Rego, which a rule could take for an answer; so a rule
 * that reads it is told apart from the others by {@link #problemsOf}.
 */
final class Libraries {
  private static final List<String> HOME = List.of("kspm", "lib");

  private final List<PolicySource> good;
  private final SortedMap<String, String> broken = new TreeMap<>();
  private final SortedSet<RuleProblem> problems = new TreeSet<>();
  private final CompiledPolicy base;

  private Libraries(RegoEngine engine, List<PolicySource> sources) {
    this.good = new ArrayList<>(sources);
    this.base = compile(engine);
  }

  static Libraries compile(RegoEngine engine, List<PolicySource> sources) {
    return new Libraries(engine, sources);
  }

  private CompiledPolicy compile(RegoEngine engine) {
    while (true) {
      try {
        List<PolicySource> modules = new ArrayList<>(good);
        modules.add(DatadogOutput.MODULE);
        CompiledPolicy compiled = engine.compile(modules);
        List<PolicySource> incomplete = good.stream().filter(this::isIncomplete).toList();
        if (incomplete.isEmpty()) {
          return compiled;
        }
        leaveOut(incomplete);
      } catch (CompileException e) {
        if (good.isEmpty()) {
          throw e;
        }
        e.diagnostics().forEach(diagnostic -> problems.add(problem(diagnostic)));
        Set<String> files =
            e.diagnostics().stream().map(d -> d.span().file()).collect(Collectors.toSet());
        List<PolicySource> named =
            good.stream().filter(library -> files.contains(library.text().name())).toList();
        leaveOut(named.isEmpty() ? List.copyOf(good) : named);
      }
    }
  }

  /** Whether a library reads one that is not there, which is a problem then. */
  private boolean isIncomplete(PolicySource library) {
    List<RuleProblem> missing = missing(library, "");
    problems.addAll(missing);
    return !missing.isEmpty();
  }

  private static RuleProblem problem(Diagnostic diagnostic) {
    return new RuleProblem(
        "",
        diagnostic.span().file(),
        Math.max(1, diagnostic.span().row()),
        diagnostic.span().row() > 0 ? diagnostic.span().column() : 1,
        diagnostic.code(),
        diagnostic.message());
  }

  /** A package with a broken module is broken as a whole. */
  private void leaveOut(List<PolicySource> modules) {
    good.removeAll(modules);
    for (PolicySource module : modules) {
      home(module)
          .ifPresent(
              name -> {
                broken.putIfAbsent(name, module.text().name());
                good.removeIf(other -> home(other).filter(name::equals).isPresent());
              });
    }
    List<PolicySource> readers = new ArrayList<>();
    for (PolicySource library : good) {
      List<RuleProblem> reads = reads(library, "");
      problems.addAll(reads);
      if (!reads.isEmpty()) {
        readers.add(library);
      }
    }
    if (!readers.isEmpty()) {
      leaveOut(readers);
    }
  }

  private static Optional<String> home(PolicySource module) {
    return RegoPackage.of(module.text()).map(RegoPackage::path);
  }

  /** The broken libraries that a module reads; one that cannot be parsed has other problems. */
  private List<RuleProblem> reads(PolicySource module, String ruleId) {
    List<RuleProblem> found = new ArrayList<>();
    for (DataReference reference : references(module)) {
      broken.forEach(
          (name, file) -> {
            if (touches(reference, path(name))) {
              found.add(at(reference, module, ruleId, "library " + name + " is broken: " + file));
            }
          });
    }
    return found;
  }

  /** Whether a place reads something of a package, or a document with the package in it. */
  private static boolean touches(DataReference reference, List<String> home) {
    int common = Math.min(reference.path().size(), home.size());
    return reference.path().subList(0, common).equals(home.subList(0, common));
  }

  /** Parsing is dear, and whoever does not say the name cannot mean it. */
  private static List<DataReference> references(PolicySource module) {
    if (!module.text().text().contains("kspm")) {
      return List.of();
    }
    try {
      return SyntaxTree.of(module).dataReferences();
    } catch (CompileException e) {
      return List.of();
    }
  }

  private static RuleProblem at(
      DataReference place, PolicySource module, String ruleId, String message) {
    return new RuleProblem(
        ruleId,
        module.text().name(),
        place.span().row(),
        place.span().column(),
        RuleProblem.LIBRARY,
        message);
  }

  private static List<String> path(String home) {
    return Arrays.asList(home.split("\\.", -1));
  }

  private List<RuleProblem> missing(PolicySource module, String ruleId) {
    Set<List<String>> homes =
        good.stream()
            .flatMap(library -> home(library).stream())
            .map(Libraries::path)
            .collect(Collectors.toSet());
    broken.keySet().forEach(name -> homes.add(path(name)));
    List<RuleProblem> found = new ArrayList<>();
    for (DataReference reference : references(module)) {
      List<String> path = reference.path();
      boolean namesOne = path.size() > HOME.size() && path.subList(0, HOME.size()).equals(HOME);
      if (namesOne && homes.stream().noneMatch(home -> touches(reference, home))) {
        String name = String.join(".", path.subList(0, HOME.size() + 1));
        found.add(at(reference, module, ruleId, "there is no library " + name));
      }
    }
    return found;
  }

  /** What the libraries that compile are, for rules to be compiled on. */
  CompiledPolicy base() {
    return base;
  }

  /** What is wrong with libraries. */
  SortedSet<RuleProblem> problems() {
    return problems;
  }

  /** The broken and the missing libraries that a rule reads, each once. */
  List<RuleProblem> problemsOf(Rule rule) {
    if (rule.origin() == RuleOrigin.BUILT_IN && broken.isEmpty()) {
      return List.of();
    }
    List<RuleProblem> found = new ArrayList<>(reads(rule.policy(), rule.id()));
    found.addAll(missing(rule.policy(), rule.id()));
    Set<String> messages = new TreeSet<>();
    return found.stream().filter(problem -> messages.add(problem.message())).sorted().toList();
  }
}

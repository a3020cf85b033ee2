package dev.kspm;

import dev.kspm.framework.Control;
import dev.kspm.framework.ControlMapping;
import dev.kspm.framework.Framework;
import dev.kspm.framework.Requirement;
import dev.kspm.rego.PolicySource;
import dev.kspm.resource.ResourceConnector;
import dev.kspm.rule.RegoPackage;
import dev.kspm.rule.ResourceTypes;
import dev.kspm.rule.Rule;
import dev.kspm.rule.RuleFileException;
import dev.kspm.rule.RuleFolder;
import dev.kspm.rule.RuleOrigin;
import dev.kspm.rule.RulePack;
import dev.kspm.rule.RuleProblem;
import dev.kspm.spi.KspmPlugin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rules and frameworks of one {@link Kspm}, and which of them a scan uses. Immutable. */
final class Catalogue {
  /** The code of a framework that names a rule which is not there. */
  private static final String UNKNOWN_RULE = "framework_error";

  private final TreeMap<String, Rule> rules = new TreeMap<>();
  private final TreeMap<String, Framework> frameworks = new TreeMap<>();
  private final List<PolicySource> libraries = new ArrayList<>();
  private final Set<String> packagesOfPacks = new HashSet<>();
  private final List<Framework> chosen;
  private final boolean everything;
  private final ResourceTypes types;

  private Catalogue(Kspm.Builder settings, List<KspmPlugin> plugins) {
    Stream.concat(
            plugins.stream().flatMap(plugin -> plugin.rulePacks().stream()),
            settings.packs.stream())
        .forEach(this::add);
    List<RuleProblem> problems = new ArrayList<>();
    for (Path path : settings.ruleFolders) {
      RuleFolder folder = RuleFolder.read(path);
      problems.addAll(takenPackages(folder));
      folder.rules().forEach(this::add);
      libraries.addAll(folder.libraries());
      problems.addAll(folder.problems());
    }
    if (!problems.isEmpty()) {
      throw new RuleFileException(problems);
    }
    settings.rules.forEach(this::add);
    this.types = types(settings, plugins);
    Stream.concat(
            plugins.stream().flatMap(plugin -> plugin.frameworks().stream()),
            settings.frameworks.stream())
        .forEach(this::add);
    this.everything = settings.chosenFrameworks.isEmpty();
    this.chosen =
        everything
            ? List.copyOf(frameworks.values())
            : settings.chosenFrameworks.stream()
                .flatMap(reference -> find(reference).stream())
                .distinct()
                .toList();
    settings.parameters.forEach(this::check);
  }

  static Catalogue of(Kspm.Builder settings, List<KspmPlugin> plugins) {
    return new Catalogue(settings, plugins);
  }

  /** Those that plugins name; without any, a name cannot be told from a mistyped one. */
  private ResourceTypes types(Kspm.Builder settings, List<KspmPlugin> plugins) {
    ResourceTypes named =
        ResourceTypes.of(plugins.stream().flatMap(one -> one.resourceTypes().stream()).toList())
            .with(settings.resourceTypes);
    for (ResourceConnector connector : settings.connectors) {
      named = named.with(connector.types());
    }
    List<Rule> builtIn =
        rules.values().stream().filter(rule -> rule.origin() == RuleOrigin.BUILT_IN).toList();
    return named
        .with(builtIn.stream().flatMap(rule -> rule.resourceTypes().stream()).toList())
        .with(builtIn.stream().flatMap(rule -> rule.relatedTypes().stream()).toList());
  }

  /** Modules of one package are one library, so a folder must not add to one of a pack. */
  List<RuleProblem> takenPackages(RuleFolder folder) {
    List<RuleProblem> problems = new ArrayList<>();
    for (PolicySource library : folder.libraries()) {
      RegoPackage.of(library.text())
          .filter(home -> packagesOfPacks.contains(home.path()))
          .ifPresent(
              home ->
                  problems.add(
                      new RuleProblem(
                          "",
                          library.text().name(),
                          home.row(),
                          home.column(),
                          RuleProblem.FILE,
                          "there is a library " + home.path() + " already; use another name")));
    }
    return problems;
  }

  private void add(RulePack pack) {
    pack.rules().forEach(this::add);
    libraries.addAll(pack.libraries());
    pack.libraries().stream()
        .flatMap(module -> RegoPackage.of(module.text()).stream())
        .forEach(home -> packagesOfPacks.add(home.path()));
  }

  private void add(Rule rule) {
    Rule before = rules.putIfAbsent(rule.id(), rule);
    if (before != null) {
      throw new KspmException(
          "two rules with the id "
              + rule.id()
              + ": "
              + before.policy().text().name()
              + " and "
              + rule.policy().text().name());
    }
  }

  private void add(Framework framework) {
    if (frameworks.putIfAbsent(framework.reference(), framework) != null) {
      throw new KspmException("two frameworks " + framework.reference());
    }
  }

  /** All versions of an id, or the one version of {@code id@version}. */
  private List<Framework> find(String reference) {
    List<Framework> found =
        frameworks.values().stream()
            .filter(f -> f.reference().equals(reference) || f.id().equals(reference))
            .toList();
    if (found.isEmpty()) {
      throw new KspmException(
          "unknown framework "
              + reference
              + (frameworks.isEmpty()
                  ? "; there is none"
                  : "; there are " + String.join(", ", frameworks.keySet())));
    }
    return found;
  }

  private void check(String ruleId, Map<String, ?> parameters) {
    Rule rule = rules.get(ruleId);
    if (rule == null) {
      throw new KspmException("parameter of an unknown rule " + ruleId);
    }
    for (String name : parameters.keySet()) {
      if (!rule.parameters().containsKey(name)) {
        throw new KspmException("rule " + ruleId + " has no parameter " + name);
      }
    }
  }

  List<Rule> rules() {
    return List.copyOf(rules.values());
  }

  List<Framework> frameworks() {
    return List.copyOf(frameworks.values());
  }

  List<PolicySource> libraries() {
    return List.copyOf(libraries);
  }

  ResourceTypes types() {
    return types;
  }

  /** The frameworks that a scan reports on. */
  List<Framework> chosenFrameworks() {
    return chosen;
  }

  /** The rules that a scan evaluates. */
  List<Rule> chosenRules() {
    if (everything) {
      return rules();
    }
    Set<String> used = new HashSet<>();
    chosen.forEach(f -> f.controls().map(Control::rules).forEach(used::addAll));
    return rules.values().stream()
        .filter(rule -> used.contains(rule.id()) || rule.origin() != RuleOrigin.BUILT_IN)
        .toList();
  }

  /** Which controls of the chosen frameworks each of some rules serves. */
  Map<String, List<ControlMapping>> controls(Collection<Rule> of) {
    Map<String, List<ControlMapping>> mappings = new TreeMap<>();
    of.forEach(rule -> mappings.put(rule.id(), new ArrayList<>()));
    for (Framework framework : chosen) {
      for (Requirement requirement : framework.requirements()) {
        for (Control control : requirement.controls()) {
          for (String ruleId : control.rules()) {
            mappings
                .getOrDefault(ruleId, new ArrayList<>())
                .add(
                    new ControlMapping(
                        framework.id(),
                        framework.version(),
                        requirement.title(),
                        control.id(),
                        framework.builtIn()));
          }
        }
      }
    }
    mappings.replaceAll((rule, list) -> list.stream().sorted().distinct().toList());
    return mappings;
  }

  /** The rules that chosen frameworks name and that are not there. */
  List<RuleProblem> problems() {
    return chosen.stream()
        .flatMap(
            framework ->
                framework
                    .controls()
                    .flatMap(
                        control ->
                            control.rules().stream()
                                .filter(ruleId -> !rules.containsKey(ruleId))
                                .map(
                                    ruleId ->
                                        new RuleProblem(
                                            ruleId,
                                            framework.reference(),
                                            0,
                                            0,
                                            UNKNOWN_RULE,
                                            "control "
                                                + control.id()
                                                + " names a rule that is not there"))))
        .toList();
  }
}

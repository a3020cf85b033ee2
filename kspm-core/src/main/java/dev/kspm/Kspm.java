package dev.kspm;

import dev.kspm.evaluation.Evaluator;
import dev.kspm.evaluation.RulePrint;
import dev.kspm.finding.FindingStore;
import dev.kspm.finding.memory.InMemoryFindingStore;
import dev.kspm.framework.Framework;
import dev.kspm.rego.RegoEngine;
import dev.kspm.rego.policy.EvaluationLimits;
import dev.kspm.rego.value.Value;
import dev.kspm.resource.ReadRequest;
import dev.kspm.resource.ResourceConnector;
import dev.kspm.resource.ResourceSnapshot;
import dev.kspm.resource.SnapshotCollector;
import dev.kspm.rule.Rule;
import dev.kspm.rule.RulePack;
import dev.kspm.rule.RuleProblem;
import dev.kspm.score.SeverityWeights;
import dev.kspm.spi.KspmPlugin;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door: connectors, rules and a store, put together, and scans of them. Immutable;
 * thread-safe as far as its connectors are.
 *
 * <pre>{@code
 * Kspm kspm = Kspm.builder().addConnector(connector).build();
 * ScanResult result = kspm.scan();
 * }</pre>
 */
public final class Kspm {
  private final List<ResourceConnector> connectors;
  private final Catalogue catalogue;
  private final RegoEngine engine;
  private final Evaluator evaluator;
  private final ScanSettings settings;

  private Kspm(
      List<ResourceConnector> connectors,
      Catalogue catalogue,
      RegoEngine engine,
      Evaluator evaluator,
      ScanSettings settings) {
    this.connectors = List.copyOf(connectors);
    this.catalogue = catalogue;
    this.engine = engine;
    this.evaluator = evaluator;
    this.settings = settings;
  }

  /** Starts with the plugins of the class path, the default limits and a store in memory. */
  public static Builder builder() {
    return new Builder();
  }

  /** Every rule there is, sorted by id. */
  public List<Rule> rules() {
    return catalogue.rules();
  }

  /** Every framework there is, sorted by id and version. */
  public List<Framework> frameworks() {
    return catalogue.frameworks();
  }

  /**
   * What is wrong with a rule, without evaluating it: its Rego, and the resource types it names.
   *
   * @return empty when the rule can be evaluated
   */
  public List<RuleProblem> check(Rule rule) {
    return Stream.concat(evaluator.check(rule).stream(), catalogue.types().check(rule).stream())
        .sorted()
        .toList();
  }

  /**
   * What is wrong with rules in folders, which are looked at together and by themselves: their ids
   * may be those of rules that are here already. They may import the libraries that are here.
   *
   * @throws dev.kspm.rule.RuleFileException when a folder is not there or has no rule
   */
  public RuleCheck check(Collection<Path> folders) {
    return RuleCheck.of(folders, catalogue, engine);
  }

  /** Where findings are kept. */
  public FindingStore store() {
    return settings.store();
  }

  /**
   * Reads everything that the connectors give, and judges it.
   *
   * @throws dev.kspm.resource.ConnectorException when a connector could not start
   */
  public ScanResult scan() {
    Instant started = Instant.now();
    List<ResourceSnapshot> parts = new ArrayList<>();
    for (ResourceConnector connector : connectors) {
      settings.listener().reading(connector);
      SnapshotCollector collector = new SnapshotCollector();
      connector.read(ReadRequest.ALL, new CountingSink(collector, settings.listener()));
      parts.add(collector.snapshot());
    }
    return new Scan(catalogue, evaluator, settings, started).of(ResourceSnapshot.join(parts));
  }

  /** Judges a snapshot that somebody else has read. */
  public ScanResult scan(ResourceSnapshot snapshot) {
    return new Scan(catalogue, evaluator, settings, Instant.now())
        .of(ResourceSnapshot.join(List.of(snapshot)));
  }

  /** Made when something is printed: without a provider, SLF4J complains on standard error. */
  private static final class PrintLog {
    static final Logger LOGGER = LoggerFactory.getLogger("dev.kspm.print");
  }

  /** Settings; not thread-safe. Later calls override earlier ones, {@code add} adds. */
  public static final class Builder {
    final List<ResourceConnector> connectors = new ArrayList<>();
    final List<KspmPlugin> plugins = new ArrayList<>();
    final List<RulePack> packs = new ArrayList<>();
    final List<Rule> rules = new ArrayList<>();
    final List<Path> ruleFolders = new ArrayList<>();
    final List<Framework> frameworks = new ArrayList<>();
    final List<String> chosenFrameworks = new ArrayList<>();
    final Set<String> resourceTypes = new TreeSet<>();
    final Map<String, Map<String, Value>> parameters = new LinkedHashMap<>();
    boolean discoverPlugins = true;
    FindingStore store = new InMemoryFindingStore();
    EvaluationLimits limits = EvaluationLimits.DEFAULT;
    SeverityWeights weights = SeverityWeights.DEFAULT;
    ScanListener listener = ScanListener.NONE;
    Consumer<RulePrint> print = line -> PrintLog.LOGGER.debug("{}", line);
    @Nullable Executor executor;
    @Nullable Instant now;

    private Builder() {}

    /** Adds a source of resources. */
    public Builder addConnector(ResourceConnector connector) {
      connectors.add(connector);
      return this;
    }

    /** Adds a plugin by hand. */
    public Builder addPlugin(KspmPlugin plugin) {
      plugins.add(plugin);
      return this;
    }

    /** Whether plugins of the class path are used too; they are unless this says otherwise. */
    public Builder discoverPlugins(boolean wanted) {
      discoverPlugins = wanted;
      return this;
    }

    /** Adds rules with their libraries. */
    public Builder addRulePack(RulePack pack) {
      packs.add(pack);
      return this;
    }

    /** Adds a rule; it may import the libraries of any pack. */
    public Builder addRule(Rule rule) {
      rules.add(rule);
      return this;
    }

    /**
     * Adds every rule below a folder: each is a {@code rule.rego} with a {@code rule.yaml}. Files
     * are read by {@link #build}.
     */
    public Builder addRules(Path folder) {
      ruleFolders.add(folder);
      return this;
    }

    /** Adds a framework. */
    public Builder addFramework(Framework framework) {
      frameworks.add(framework);
      return this;
    }

    /**
     * Chooses a framework, as {@code id} or {@code id@version}. Once one is chosen, only rules of
     * chosen frameworks and rules that are not built in are evaluated; without any, all are. Rules
     * that are not built in have findings and count in the score of everything, but in that of a
     * framework only when the framework names them.
     */
    public Builder framework(String reference) {
      chosenFrameworks.add(reference);
      return this;
    }

    /** Names a resource type that rules may judge, beside those of plugins and connectors. */
    public Builder addResourceType(String name) {
      resourceTypes.add(name);
      return this;
    }

    /** Sets a parameter of a rule. */
    public Builder parameter(String ruleId, String name, Value value) {
      parameters.computeIfAbsent(ruleId, unused -> new LinkedHashMap<>()).put(name, value);
      return this;
    }

    /** Where findings are kept; in memory unless this says otherwise. */
    public Builder store(FindingStore wanted) {
      store = wanted;
      return this;
    }

    /** How much one evaluation of a rule may cost. */
    public Builder limits(EvaluationLimits wanted) {
      limits = wanted;
      return this;
    }

    /** How much rules count in scores. */
    public Builder weights(SeverityWeights wanted) {
      weights = wanted;
      return this;
    }

    /** Who is told how a scan goes on. */
    public Builder listener(ScanListener wanted) {
      listener = wanted;
      return this;
    }

    /**
     * Where lines go that rules {@code print}; to the log at level debug unless this says
     * otherwise. Called once the rules have been evaluated, by one thread, in the order of rules
     * and scopes.
     */
    public Builder print(Consumer<RulePrint> wanted) {
      print = wanted;
      return this;
    }

    /**
     * Where rules are evaluated; it stays open. By default each scan has a pool of its own with a
     * thread for each processor, and closes it.
     */
    public Builder executor(Executor wanted) {
      executor = wanted;
      return this;
    }

    /** The clock of scans, instead of the snapshot's time. */
    public Builder now(Instant wanted) {
      now = wanted;
      return this;
    }

    /**
     * Reads rules. Their Rego is compiled when it is first needed.
     *
     * @throws dev.kspm.rule.RuleFileException when files of rules are not what they should be
     * @throws KspmException when an id is not known or is there twice
     */
    public Kspm build() {
      List<KspmPlugin> all = new ArrayList<>(plugins);
      if (discoverPlugins) {
        ServiceLoader.load(KspmPlugin.class).forEach(all::add);
      }
      List<ResourceConnector> sources = new ArrayList<>(connectors);
      all.forEach(plugin -> sources.addAll(plugin.connectors()));
      Catalogue catalogue = Catalogue.of(this, all);
      RegoEngine.Builder builtins = RegoEngine.builder().limits(limits);
      all.forEach(plugin -> plugin.builtins().forEach(builtins::addBuiltins));
      RegoEngine engine = builtins.build();
      return new Kspm(
          sources,
          catalogue,
          engine,
          new Evaluator(engine, catalogue.libraries(), parameters),
          new ScanSettings(store, limits, weights, listener, print, executor, now));
    }
  }
}

package dev.kspm.rego;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.builtin.BuiltinProvider;
import dev.kspm.rego.internal.builtins.Builtins;
import dev.kspm.rego.internal.builtins.DescriptorJson;
import dev.kspm.rego.internal.compiler.CompiledModules;
import dev.kspm.rego.internal.exec.Optimizations;
import dev.kspm.rego.policy.Capabilities;
import dev.kspm.rego.policy.EvaluationLimits;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The door to the engine: compiles Rego text. Immutable and thread-safe; engines do not know of
 * each other.
 *
 * <pre>{@code
 * CompiledPolicy policy = RegoEngine.create().compile(List.of(PolicySource.of("p.rego", text)));
 * QueryResult result = policy.prepare("data.p.allow").evaluate(Json.read(inputBytes));
 * boolean allowed = result.isTrue();
 * }</pre>
 */
public final class RegoEngine {
  private final EngineSettings settings;

  private RegoEngine(EngineSettings settings) {
    this.settings = settings;
  }

  /**
   * An engine with the default capabilities (no network, environment, randomness or files) and
   * limits.
   */
  public static RegoEngine create() {
    return builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Compiles modules together, with an empty {@code data} document.
   *
   * @throws dev.kspm.rego.policy.CompileException with everything that is wrong
   */
  public CompiledPolicy compile(List<PolicySource> sources) {
    return compile(sources, ObjectValue.EMPTY);
  }

  /**
   * Compiles modules together.
   *
   * @param data the base document below {@code data}
   * @throws dev.kspm.rego.policy.CompileException with everything that is wrong
   */
  public CompiledPolicy compile(List<PolicySource> sources, ObjectValue data) {
    return LinkedPolicy.compile(
        settings, CompiledModules.none(settings.compilerOptions()), sources, data);
  }

  /**
   * What policies may use, in the form of OPA's {@code capabilities.json} without its descriptions.
   */
  public ObjectValue capabilities() {
    Capabilities granted = settings.capabilities();
    List<ObjectValue> described =
        granted.builtins().stream()
            .sorted()
            .map(
                name ->
                    DescriptorJson.of(Objects.requireNonNull(settings.builtins().find(name), name)))
            .toList();
    return ObjectValue.builder()
        .put("builtins", Values.of(described))
        .put("future_keywords", Values.of(granted.futureKeywords().stream().sorted().toList()))
        .put("features", Values.of(granted.features().stream().sorted().toList()))
        .build();
  }

  /** Settings of an engine; not thread-safe. */
  public static final class Builder {
    private boolean strict;
    private boolean printStatements = true;
    private boolean testCases;
    private int errorLimit = 10;
    private boolean allBuiltins;
    private boolean dataConflicts;
    private RegoVersion queryVersion = RegoVersion.V1;
    private Optimizations optimizations = Optimizations.ALL;
    private EvaluationLimits limits = EvaluationLimits.DEFAULT;
    private final List<BuiltinProvider> providers = new ArrayList<>();
    @org.jspecify.annotations.Nullable private Capabilities capabilities;

    private Builder() {}

    /**
     * Whether a test rule with keys tells of each of its cases, also of those that do not hold; for
     * {@link dev.kspm.rego.testing.TestRunner}.
     */
    public Builder testCases(boolean on) {
      testCases = on;
      return this;
    }

    /** How many errors a compilation reports before it gives up; 0 for all, 10 by default. */
    public Builder maxErrors(int limit) {
      errorLimit = limit;
      return this;
    }

    /** Turns on what {@code opa check --strict} reports. */
    public Builder strict(boolean on) {
      strict = on;
      return this;
    }

    /** Whether {@code print} calls are kept (the default) or erased while compiling. */
    public Builder printStatements(boolean keep) {
      printStatements = keep;
      return this;
    }

    /**
     * Whether a rule whose path exists in {@code data} is an error, as for {@code opa eval}; by
     * default the rule hides what is there.
     */
    public Builder refuseDataConflicts(boolean refuse) {
      dataConflicts = refuse;
      return this;
    }

    /** The language that queries are written in; by default today's. */
    public Builder queryVersion(RegoVersion version) {
      queryVersion = version;
      return this;
    }

    /** Limits for sessions that say nothing else. */
    public Builder limits(EvaluationLimits wanted) {
      limits = wanted;
      return this;
    }

    /** What policies may use; by default everything but what reaches out. */
    public Builder capabilities(Capabilities wanted) {
      capabilities = wanted;
      return this;
    }

    /** Lets policies call every builtin, also those that reach out. */
    public Builder allBuiltins() {
      allBuiltins = true;
      return this;
    }

    /** Adds builtins of the host. */
    public Builder addBuiltins(BuiltinProvider provider) {
      providers.add(provider);
      return this;
    }

    /** For tests that compare plans. */
    Builder optimizations(Optimizations wanted) {
      optimizations = wanted;
      return this;
    }

    public RegoEngine build() {
      List<Builtin> more = providers.stream().flatMap(p -> p.builtins().stream()).toList();
      Builtins builtins = Builtins.standard().with(more);
      Capabilities granted = capabilities;
      if (granted == null) {
        granted =
            builtins
                .defaultCapabilities()
                .withBuiltins(
                    more.stream().map(b -> b.descriptor().name()).collect(Collectors.toSet()));
        if (allBuiltins) {
          granted = granted.withBuiltins(Capabilities.REACHING_OUT);
        }
      }
      return new RegoEngine(
          new EngineSettings(
              builtins,
              granted,
              limits,
              strict,
              printStatements,
              testCases,
              errorLimit,
              dataConflicts,
              queryVersion,
              optimizations));
    }
  }
}

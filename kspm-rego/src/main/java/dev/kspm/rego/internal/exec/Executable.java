package dev.kspm.rego.internal.exec;

import dev.kspm.rego.internal.plan.DocumentTree;
import dev.kspm.rego.internal.plan.Planner;
import dev.kspm.rego.internal.plan.Procedure;
import dev.kspm.rego.internal.plan.RuleIndex;
import dev.kspm.rego.internal.plan.RuleSet;
import dev.kspm.rego.internal.plan.SlotUse;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A policy that is ready to run. Thread-safe. */
public final class Executable {
  private static final Set<String> PRINTING =
      Set.of("print", "internal.print", "trace", "internal.test_case");

  private final Planner planner;
  private final Executor executor;
  private final Optimizations optimizations;
  private final RuleRuntime[] runtimes;
  private final Documents documents = new Documents(this);

  public Executable(Planner planner, Executor executor, Optimizations optimizations) {
    this.planner = planner;
    this.executor = executor;
    this.optimizations = optimizations;
    List<RuleSet> sets = planner.tree().ruleSets();
    this.runtimes = new RuleRuntime[sets.size()];
    for (int i = 0; i < runtimes.length; i++) {
      runtimes[i] =
          planner.isObserved()
              ? new ObservedRules(sets.get(i), this)
              : new RuleRuntime(sets.get(i), this);
    }
  }

  public Planner planner() {
    return planner;
  }

  Executor executor() {
    return executor;
  }

  Optimizations optimizations() {
    return optimizations;
  }

  DocumentTree tree() {
    return planner.tree();
  }

  Documents documents() {
    return documents;
  }

  RuleRuntime runtime(RuleSet rules) {
    return runtimes[rules.id()];
  }

  /** What tells which links of a rule set can succeed; only where it decides when it is off. */
  @Nullable RuleIndex index(RuleSet rules, int known) {
    RuleIndex index = planner.index(rules, known);
    return index == null || optimizations.index() || index.decides() ? index : null;
  }

  /** Whether a part of a plan may print: it must then run as often as it is asked to. */
  boolean prints(SlotUse use) {
    return tree().prints() && use.readsRules()
        || use.builtins().stream().anyMatch(PRINTING::contains)
        || use.functions().stream().anyMatch(f -> runtime(f).dependencies().call(PRINTING));
  }

  /** A query's code. */
  public Code prepare(Procedure query) {
    return executor.prepare(query, this);
  }

  /** Runs a query; each answer is an array of the values that it was planned to give. */
  public List<ArrayValue> query(Run run, Procedure plan, Code code) {
    RowSink sink = new RowSink(run);
    code.run(new Frame(run, plan, sink));
    return sink.rows.stream().map(ArrayValue.class::cast).toList();
  }

  /** Calls a function of the policy. */
  public @Nullable Value call(Run run, RuleSet function, Value... args) {
    return runtime(function).call(run, args);
  }
}

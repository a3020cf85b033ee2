package dev.kspm.rego;

import dev.kspm.rego.internal.exec.Run;
import dev.kspm.rego.internal.plan.RuleSet;
import dev.kspm.rego.policy.EvaluationLimits;
import dev.kspm.rego.value.ObservedValues;
import dev.kspm.rego.value.ReadLog;
import dev.kspm.rego.value.TracedValues;
import dev.kspm.rego.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A session over the engine's {@link Run}. */
final class RunningSession implements Session {
  private final LinkedPolicy policy;
  private final @Nullable Value input;
  private final @Nullable ReadLog log;
  private final @Nullable TracedValues trace;
  private final Run run;

  RunningSession(LinkedPolicy policy, @Nullable Value plainInput, SessionOptions options) {
    this.policy = policy;
    this.log = options.holes().isEmpty() ? null : new ReadLog();
    this.trace = options.recordReads() ? new TracedValues() : null;
    Value observed = plainInput;
    if (observed != null && trace != null) {
      observed = trace.trace(observed);
    }
    if (observed != null && log != null) {
      observed = ObservedValues.observe(observed, options.holes(), log);
    }
    this.input = observed;
    EvaluationLimits limits =
        options.limits() == null ? policy.settings().limits() : options.limits();
    Consumer<PrintedLine> print = options.print();
    this.run =
        new Run(
            input,
            policy.data(),
            limits,
            nanos(options.clock() == null ? Instant.now() : options.clock()),
            options.strictBuiltinErrors(),
            log,
            (span, text) -> {
              if (print != null) {
                print.accept(new PrintedLine(span, text));
              }
            });
  }

  private static long nanos(Instant time) {
    return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
  }

  @Override
  public QueryResult query(PreparedQuery query) {
    if (!(query instanceof LinkedQuery linked) || linked.policy() != policy) {
      throw new IllegalArgumentException("the query was prepared by another policy");
    }
    List<QueryResult.Row> rows = guarded(() -> linked.run(run));
    return new QueryResult(rows, holesNoticed());
  }

  @Override
  public @Nullable Value value(String ref) {
    return query(policy.reference(ref)).value();
  }

  @Override
  public @Nullable Value call(String ref, Value... args) {
    RuleSet function = policy.tree().function(ref);
    if (function == null) {
      throw new IllegalArgumentException("no function " + ref);
    } else if (function.arity() != args.length) {
      throw new IllegalArgumentException(
          "function " + ref + " takes " + function.arity() + " arguments, not " + args.length);
    }
    return guarded(() -> policy.executable().call(run, function, args));
  }

  private <T extends @Nullable Object> T guarded(Supplier<T> evaluation) {
    start();
    try {
      return evaluation.get();
    } catch (StackOverflowError shallow) {
      start();
      return DeepStack.call(evaluation);
    }
  }

  private void start() {
    run.start();
    if (log != null) {
      log.clear();
    }
  }

  @Override
  public @Nullable Value input() {
    return input;
  }

  @Override
  public Set<Integer> holesNoticed() {
    Set<Integer> noticed = new TreeSet<>();
    if (log != null) {
      log.noticed().stream().forEach(noticed::add);
    }
    return noticed;
  }

  @Override
  public List<List<Value>> pathsRead() {
    return trace == null ? List.of() : trace.paths();
  }

  @Override
  public void cancel() {
    run.cancel();
  }
}

package dev.kspm.rego;

import dev.kspm.rego.internal.exec.KeptAnswers;
import dev.kspm.rego.internal.exec.Observer;
import dev.kspm.rego.internal.exec.Run;
import dev.kspm.rego.internal.plan.RuleSet;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.policy.EvaluationLimits;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObservedValues;
import dev.kspm.rego.value.ReadLog;
import dev.kspm.rego.value.TracedValues;
import dev.kspm.rego.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A session over the engine's {@link Run}. */
final class RunningSession implements Session {
  private final LinkedPolicy policy;
  private final SessionOptions options;
  private final long clock;
  private final boolean observed;
  private final @Nullable Value input;
  private final @Nullable ReadLog log;
  private final @Nullable TracedValues trace;
  private final Run run;
  private @Nullable LinkedQuery query;

  RunningSession(LinkedPolicy policy, @Nullable Value plainInput, SessionOptions options) {
    this.policy = policy;
    this.options = options;
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
    this.clock = nanos(options.clock() == null ? Instant.now() : options.clock());
    this.run = newRun(options.print());
    Observer observer = observer(options.listener());
    Consumer<EvalError> refused = options.builtinErrors();
    if (refused != null) {
      StackListener stack = new StackListener();
      observer = observer == null ? stack : new Observers(observer, stack);
      run.tellRefusals(error -> refused.accept(error.at(stack.places())));
    }
    this.observed = observer != null;
    if (observer != null) {
      run.observe(observer, options.indexing(), options.earlyExit());
    }
  }

  private @Nullable Observer observer(@Nullable EvaluationListener listener) {
    return listener == null
        ? null
        : new ListenerObserver(
            listener, name -> query == null ? policy.writtenName(name) : query.writtenName(name));
  }

  private Run newRun(@Nullable Consumer<PrintedLine> print) {
    EvaluationLimits limits =
        options.limits() == null ? policy.settings().limits() : options.limits();
    Run fresh =
        new Run(
            input,
            policy.data(),
            limits,
            clock,
            options.strictBuiltinErrors(),
            log,
            policy.shared(),
            (span, text) -> {
              if (print != null) {
                print.accept(new PrintedLine(span, text));
              }
            });
    NondeterministicCache cache = options.nondeterministicCache();
    if (cache != null) {
      fresh.keep(kept(cache));
    }
    return fresh;
  }

  private static KeptAnswers kept(NondeterministicCache cache) {
    return new KeptAnswers() {
      @Override
      public @Nullable Value get(String builtin, ArrayValue args) {
        return cache.get(builtin, args);
      }

      @Override
      public void put(String builtin, ArrayValue args, Value answer) {
        cache.put(builtin, args, answer);
      }
    };
  }

  private static long nanos(Instant time) {
    return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
  }

  @Override
  public QueryResult query(PreparedQuery prepared) {
    if (!(prepared instanceof LinkedQuery linked) || linked.policy() != policy) {
      throw new IllegalArgumentException("the query was prepared by another policy");
    }
    query = linked;
    List<QueryResult.Row> rows = Objects.requireNonNull(withStack((r, o) -> linked.run(r, o)));
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
    return withStack((r, o) -> policy.executable(o).call(r, function, args));
  }

  /** What is evaluated: with a run, by observed code or not. */
  private interface Evaluation<T> {
    @Nullable T in(Run run, boolean observed);
  }

  private <T> @Nullable T withStack(Evaluation<T> evaluation) {
    try {
      return guarded(() -> evaluation.in(run, observed));
    } catch (EvalError error) {
      throw options.errorStacks() ? error.at(places(evaluation)) : error;
    }
  }

  /** Evaluates once more to see where the error happens. */
  private List<EvalError.Place> places(Evaluation<?> evaluation) {
    StackListener stack = new StackListener();
    Run again = newRun(null);
    again.observe(stack);
    try {
      evaluation.in(again, true);
      return List.of();
    } catch (EvalError same) {
      return stack.places();
    } catch (StackOverflowError tooDeep) {
      return List.of();
    }
  }

  private <T> @Nullable T guarded(Supplier<@Nullable T> evaluation) {
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

package dev.kspm.rego.internal.exec;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.policy.Cancelled;
import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.policy.EvaluationLimits;
import dev.kspm.rego.policy.LimitExceeded;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.ReadLog;
import dev.kspm.rego.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The mutable side of a session: the world of the moment, budget, clock, read log and caches.
 * Belongs to one thread, but for {@link #cancel}.
 */
public final class Run implements BuiltinContext {
  private static final int POLL = 1024;

  private final EvaluationLimits limits;
  private final long nowNanos;
  private final boolean strictBuiltinErrors;
  private @Nullable Consumer<EvalError> refusals;
  private final PrintSink print;
  private final Map<Object, Object> caches = new HashMap<>();
  private final SharedValues shared;
  private final @Nullable ReadLog log;
  private @Nullable Tracer tracer;
  private @Nullable KeptAnswers kept;
  private volatile boolean cancelled;
  private long steps;
  private long cells;
  private long deadline;
  private int untilPoll = POLL;
  private int depth;
  private Span callSpan = Span.NONE;

  World world;

  /** Takes printed lines. */
  public interface PrintSink {
    void line(Span span, String text);
  }

  /**
   * A session's mutable side.
   *
   * @param log of the observed input, {@code null} when it has no holes
   * @param shared with other sessions of the policy
   */
  public Run(
      @Nullable Value input,
      ObjectValue data,
      EvaluationLimits limits,
      long nowNanos,
      boolean strictBuiltinErrors,
      @Nullable ReadLog log,
      SharedValues shared,
      PrintSink print) {
    this.limits = limits;
    this.nowNanos = nowNanos;
    this.strictBuiltinErrors = strictBuiltinErrors;
    this.log = log;
    this.shared = shared;
    this.print = print;
    this.world = new World(input, data);
    start();
  }

  /** Starts the budget of one query or call. */
  public void start() {
    steps = limits.steps();
    cells = limits.cells();
    deadline = System.nanoTime() + limits.deadline().toNanos();
    cancelled = false;
    depth = 0;
    while (world.parent != null) {
      world = world.parent;
    }
  }

  /** Sets the observer of code that was linked to be observed. */
  public void observe(Observer wanted) {
    observe(wanted, true, true);
  }

  /**
   * The same.
   *
   * @param indexing whether rules that OPA's index excludes are left out
   * @param earlyExit whether a rule set stops when nothing can change its value any more
   */
  public void observe(Observer wanted, boolean indexing, boolean earlyExit) {
    tracer = new Tracer(wanted, indexing, earlyExit);
  }

  /** Sets where builtins that are not deterministic look for answers, and leave them. */
  public void keep(KeptAnswers wanted) {
    kept = wanted;
  }

  Tracer tracer() {
    return Objects.requireNonNull(tracer, "observed code needs an observer");
  }

  /** Asks the evaluation to stop; callable from any thread. */
  public void cancel() {
    cancelled = true;
  }

  @Nullable ReadLog log() {
    return log;
  }

  /** Counts a loop round or call. */
  void step() {
    if (--untilPoll <= 0) {
      poll();
    }
  }

  private void poll() {
    steps -= POLL - untilPoll;
    untilPoll = POLL;
    if (steps < 0) {
      throw new LimitExceeded(
          LimitExceeded.Limit.STEPS, "evaluation took more than " + limits.steps() + " steps");
    }
    if (cancelled) {
      throw new Cancelled();
    }
    if (System.nanoTime() > deadline) {
      throw new LimitExceeded(
          LimitExceeded.Limit.DEADLINE,
          "evaluation took longer than " + limits.deadline().toMillis() + " ms");
    }
  }

  @Override
  public void work(long count) {
    steps -= count;
    poll();
  }

  @Override
  public void build(long count) {
    cells -= count;
    if (cells < 0) {
      throw new LimitExceeded(
          LimitExceeded.Limit.CELLS, "evaluation built more than " + limits.cells() + " cells");
    }
  }

  void enter() {
    if (++depth > limits.depth()) {
      throw new LimitExceeded(
          LimitExceeded.Limit.DEPTH,
          "evaluation is nested deeper than " + limits.depth() + " calls");
    }
    step();
  }

  void leave() {
    depth--;
  }

  @Override
  public long nowNanos() {
    return nowNanos;
  }

  @Override
  public EvaluationLimits limits() {
    return limits;
  }

  @Override
  public <T> T cached(Object key, Supplier<T> compute) {
    Object known = caches.get(key);
    if (known == null) {
      known = compute.get();
      caches.put(key, known);
    }
    @SuppressWarnings("unchecked")
    T value = (T) known;
    return value;
  }

  @Override
  public <T> T shared(Object key, Supplier<T> compute) {
    Object known = shared.get(key);
    if (known == null) {
      known = cached(key, compute);
      shared.put(key, known);
    }
    @SuppressWarnings("unchecked")
    T value = (T) known;
    return value;
  }

  @Override
  public void print(String line) {
    print.line(callSpan, line);
  }

  /**
   * Calls a builtin; its refusal makes the result undefined, or ends the evaluation under strict
   * builtin errors.
   */
  @Nullable Value call(Builtin.OfFunction builtin, Value[] args, Span span) {
    callSpan = span;
    try {
      if (builtin.descriptor().deterministic()) {
        return builtin.function().call(this, args);
      }
      return callOnce(builtin, args);
    } catch (BuiltinException refusal) {
      refuse(builtin, refusal, span);
      return null;
    }
  }

  /** What is not deterministic gives the same answer all through a session. */
  private @Nullable Value callOnce(Builtin.OfFunction builtin, Value[] args) {
    ArrayValue asked = ArrayValue.of(args);
    List<Object> key = List.of("call", builtin.descriptor().name(), asked);
    return cached(key, () -> new Memo(keptOrCalled(builtin, asked, args), null)).value();
  }

  private @Nullable Value keptOrCalled(Builtin.OfFunction builtin, ArrayValue asked, Value[] args) {
    String name = builtin.descriptor().name();
    Value known = kept == null ? null : kept.get(name, asked);
    if (known != null) {
      return known;
    }
    Value answer = builtin.function().call(this, args);
    if (kept != null && answer != null) {
      kept.put(name, asked, answer);
    }
    return answer;
  }

  /** Tells of what builtins refuse, which then ends nothing, not even under strict errors. */
  public void tellRefusals(Consumer<EvalError> listener) {
    refusals = listener;
  }

  void refuse(Builtin builtin, BuiltinException refusal, Span span) {
    if (refusal.isConflict()) {
      throw new EvalError(
          EvalError.CONFLICT, String.valueOf(refusal.getMessage()), span, refusal.getCause());
    }
    Consumer<EvalError> listener = refusals;
    if (!strictBuiltinErrors && listener == null) {
      return;
    }
    EvalError error =
        new EvalError(
            refusal.isTypeError() ? EvalError.TYPE : EvalError.BUILTIN,
            builtin.descriptor().name() + ": " + refusal.getMessage(),
            span,
            refusal.getCause());
    if (listener == null) {
      throw error;
    }
    listener.accept(error);
  }
}

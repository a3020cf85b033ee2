package dev.kspm.rego;

import dev.kspm.rego.policy.EvalError;
import dev.kspm.rego.policy.EvaluationLimits;
import dev.kspm.rego.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a session may be told; begin with {@link #DEFAULT}. Immutable. */
public final class SessionOptions {
  /**
   * The engine's limits, the clock of the moment, errors of builtins as undefined, no holes,
   * nothing recorded, printed lines dropped.
   */
  public static final SessionOptions DEFAULT = new SessionOptions();

  private @Nullable EvaluationLimits limits;
  private @Nullable Instant clock;
  private boolean strictBuiltinErrors;
  private List<List<Value>> holes = List.of();
  private boolean recordReads;
  private boolean errorStacks;
  private @Nullable Consumer<PrintedLine> print;
  private @Nullable Consumer<EvalError> builtinErrors;
  private @Nullable EvaluationListener listener;
  private boolean indexing = true;
  private boolean earlyExit = true;
  private @Nullable NondeterministicCache nondeterministicCache;

  private SessionOptions() {}

  private SessionOptions copy() {
    SessionOptions copy = new SessionOptions();
    copy.limits = limits;
    copy.clock = clock;
    copy.strictBuiltinErrors = strictBuiltinErrors;
    copy.holes = holes;
    copy.recordReads = recordReads;
    copy.errorStacks = errorStacks;
    copy.print = print;
    copy.builtinErrors = builtinErrors;
    copy.listener = listener;
    copy.indexing = indexing;
    copy.earlyExit = earlyExit;
    copy.nondeterministicCache = nondeterministicCache;
    return copy;
  }

  public @Nullable EvaluationLimits limits() {
    return limits;
  }

  public @Nullable Instant clock() {
    return clock;
  }

  public boolean strictBuiltinErrors() {
    return strictBuiltinErrors;
  }

  public List<List<Value>> holes() {
    return holes;
  }

  public boolean recordReads() {
    return recordReads;
  }

  public boolean errorStacks() {
    return errorStacks;
  }

  public @Nullable Consumer<EvalError> builtinErrors() {
    return builtinErrors;
  }

  public @Nullable Consumer<PrintedLine> print() {
    return print;
  }

  public @Nullable EvaluationListener listener() {
    return listener;
  }

  public @Nullable NondeterministicCache nondeterministicCache() {
    return nondeterministicCache;
  }

  public boolean indexing() {
    return indexing;
  }

  public boolean earlyExit() {
    return earlyExit;
  }

  /** Whether an evaluation that is followed leaves out rules that an index excludes. */
  public SessionOptions withIndexing(boolean wanted) {
    SessionOptions copy = copy();
    copy.indexing = wanted;
    return copy;
  }

  /** Whether an evaluation that is followed stops when no rule can change the value any more. */
  public SessionOptions withEarlyExit(boolean wanted) {
    SessionOptions copy = copy();
    copy.earlyExit = wanted;
    return copy;
  }

  /** Limits of its own instead of the engine's. */
  public SessionOptions withLimits(EvaluationLimits wanted) {
    SessionOptions copy = copy();
    copy.limits = wanted;
    return copy;
  }

  /** The time that {@code time.now_ns} gives instead of the start of the session. */
  public SessionOptions withClock(Instant wanted) {
    SessionOptions copy = copy();
    copy.clock = wanted;
    return copy;
  }

  /**
   * Whether the first error of a builtin ends the evaluation instead of making its expression
   * undefined.
   */
  public SessionOptions withStrictBuiltinErrors(boolean wanted) {
    SessionOptions copy = copy();
    copy.strictBuiltinErrors = wanted;
    return copy;
  }

  /** Paths of the input, from its root, that could not be read (completely). */
  public SessionOptions withHoles(List<List<Value>> wanted) {
    SessionOptions copy = copy();
    copy.holes = List.copyOf(wanted);
    return copy;
  }

  /** Whether {@link Session#pathsRead} is wanted; slower. */
  public SessionOptions withRecordReads(boolean wanted) {
    SessionOptions copy = copy();
    copy.recordReads = wanted;
    return copy;
  }

  /**
   * Whether an {@link dev.kspm.rego.policy.EvalError} tells the bodies that it happened in; costs a
   * second evaluation when there is an error.
   */
  public SessionOptions withErrorStacks(boolean wanted) {
    SessionOptions copy = copy();
    copy.errorStacks = wanted;
    return copy;
  }

  /** Takes errors of builtins that end nothing, with the bodies they happened in; slower. */
  public SessionOptions withBuiltinErrors(@Nullable Consumer<EvalError> wanted) {
    SessionOptions copy = copy();
    copy.builtinErrors = wanted;
    return copy;
  }

  /** Takes lines of {@code print}. */
  public SessionOptions withPrint(@Nullable Consumer<PrintedLine> wanted) {
    SessionOptions copy = copy();
    copy.print = wanted;
    return copy;
  }

  /** Follows the evaluations; slower. */
  public SessionOptions withListener(@Nullable EvaluationListener wanted) {
    SessionOptions copy = copy();
    copy.listener = wanted;
    return copy;
  }

  /** Where builtins that are not deterministic look for their results first, and leave them. */
  public SessionOptions withNondeterministicCache(@Nullable NondeterministicCache wanted) {
    SessionOptions copy = copy();
    copy.nondeterministicCache = wanted;
    return copy;
  }
}

package dev.kspm.rego;

import dev.kspm.rego.policy.EvaluationLimits;
import dev.kspm.rego.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a session may be told. Immutable.
 *
 * @param limits {@code null} for those of the engine
 * @param clock the time that {@code time.now_ns} gives; {@code null} for the start of the session
 * @param strictBuiltinErrors whether the first error of a builtin ends the evaluation instead of
 *     making its expression undefined
 * @param holes paths of the input, from its root, that could not be read (completely)
 * @param recordReads whether {@link Session#pathsRead} is wanted; slower
 * @param print takes lines of {@code print}; {@code null} drops them
 */
public record SessionOptions(
    @Nullable EvaluationLimits limits,
    @Nullable Instant clock,
    boolean strictBuiltinErrors,
    List<List<Value>> holes,
    boolean recordReads,
    @Nullable Consumer<PrintedLine> print) {
  public static final SessionOptions DEFAULT =
      new SessionOptions(null, null, false, List.of(), false, null);

  public SessionOptions {
    holes = List.copyOf(holes);
  }

  public SessionOptions withLimits(EvaluationLimits wanted) {
    return new SessionOptions(wanted, clock, strictBuiltinErrors, holes, recordReads, print);
  }

  public SessionOptions withClock(Instant wanted) {
    return new SessionOptions(limits, wanted, strictBuiltinErrors, holes, recordReads, print);
  }

  public SessionOptions withStrictBuiltinErrors(boolean wanted) {
    return new SessionOptions(limits, clock, wanted, holes, recordReads, print);
  }

  public SessionOptions withHoles(List<List<Value>> wanted) {
    return new SessionOptions(limits, clock, strictBuiltinErrors, wanted, recordReads, print);
  }

  public SessionOptions withRecordReads(boolean wanted) {
    return new SessionOptions(limits, clock, strictBuiltinErrors, holes, wanted, print);
  }

  public SessionOptions withPrint(@Nullable Consumer<PrintedLine> wanted) {
    return new SessionOptions(limits, clock, strictBuiltinErrors, holes, recordReads, wanted);
  }
}

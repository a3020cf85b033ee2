package dev.kspm.rego;

import dev.kspm.rego.value.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evaluations of one input that share memos, clock, budget and read log. Belongs to one thread;
 * only {@link #cancel} may be called from others. Needs no closing.
 *
 * <p>An evaluation that ends with an exception leaves the session usable.
 */
public interface Session {
  /** Evaluates a query of the session's policy. */
  QueryResult query(PreparedQuery query);

  /**
   * The value of a rule or document.
   *
   * @param ref ground, such as {@code data.example.allow}
   * @return the value, or {@code null} when it is undefined
   */
  @Nullable Value value(String ref);

  /**
   * Calls a function of the policy.
   *
   * @param ref such as {@code data.datadog.eval}
   * @return the result, or {@code null} when it is undefined
   * @throws IllegalArgumentException when there is no such function or it takes another number of
   *     arguments
   */
  @Nullable Value call(String ref, Value... args);

  /**
   * The input of this session with its holes under observation; arguments of {@link #call} that are
   * parts of the input must be taken from here.
   */
  @Nullable Value input();

  /**
   * The numbers (positions in {@link SessionOptions#holes}) of the holes that the last evaluation
   * of this session could have noticed, memoised results included.
   */
  Set<Integer> holesNoticed();

  /**
   * The paths of the input that the last evaluation read, when the session was made with {@link
   * SessionOptions#recordReads}; else empty.
   *
   * @return paths as keys from the root of the input, in the order of first reading
   */
  List<List<Value>> pathsRead();

  /**
   * Asks the running evaluation to stop with {@link dev.kspm.rego.policy.Cancelled}; callable from
   * any thread.
   */
  void cancel();
}

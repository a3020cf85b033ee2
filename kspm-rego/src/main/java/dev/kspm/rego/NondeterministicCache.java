package dev.kspm.rego;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.Value;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What builtins that are not deterministic (such as {@code http.send} and {@code rand.intn})
 * answered, by their name and arguments. Thread-safe.
 *
 * <p>A session takes an answer that is here instead of asking again, and leaves new ones here, so
 * that a decision can be explained and repeated later. What {@code with} puts in place of a builtin
 * neither reads nor leaves anything.
 */
public final class NondeterministicCache {
  private final Map<String, Map<ArrayValue, Value>> answers = new ConcurrentHashMap<>();

  /** The answer to a call, {@code null} when none is known. */
  public @Nullable Value get(String builtin, ArrayValue args) {
    Map<ArrayValue, Value> known = answers.get(builtin);
    return known == null ? null : known.get(args);
  }

  /** Keeps the answer to a call. */
  public void put(String builtin, ArrayValue args, Value answer) {
    answers.computeIfAbsent(builtin, name -> new ConcurrentHashMap<>()).put(args, answer);
  }

  /** The answers, by the builtin's name and the array of arguments. */
  public ObjectValue toValue() {
    ObjectValue.Builder all = ObjectValue.builder();
    new TreeMap<>(answers)
        .forEach(
            (name, calls) -> {
              ObjectValue.Builder byArguments = ObjectValue.builder();
              calls.forEach(byArguments::put);
              all.put(name, byArguments.build());
            });
    return all.build();
  }
}

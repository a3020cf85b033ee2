package dev.kspm.resource;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What a connector is asked for. Immutable; {@code cancelled} is thread-safe.
 *
 * @param types the resource types that are of use; empty for all
 * @param deadline when to stop; what is not read by then is a hole
 * @param cancelled asked between requests; once {@code true} the connector returns soon
 */
public record ReadRequest(
    Set<String> types, Optional<Instant> deadline, BooleanSupplier cancelled) {
  /** Everything, with all the time in the world. */
  public static final ReadRequest ALL = new ReadRequest(Set.of(), Optional.empty(), () -> false);

  public ReadRequest {
    types = Set.copyOf(types);
  }

  /** Whether a type is asked for. */
  public boolean wants(String type) {
    return types.isEmpty() || types.contains(type);
  }
}

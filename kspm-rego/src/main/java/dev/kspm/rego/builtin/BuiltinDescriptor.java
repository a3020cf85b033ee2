package dev.kspm.rego.builtin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a builtin without calling it. Immutable; what OPA's {@code capabilities.json}
 * says about it can be written from it.
 *
 * @param name such as {@code io.jwt.decode}
 * @param type parameters and result, with names and descriptions
 * @param infix the operator, such as {@code +}, or {@code null}
 * @param categories OPA's categories
 * @param description one sentence
 * @param deterministic whether equal arguments give equal results in one session and in the next;
 *     {@code false} for clocks, randomness, network
 * @param relation whether one call may have many results
 * @param deprecated whether only v0 may call it
 */
public record BuiltinDescriptor(
    String name,
    RegoType.Function type,
    @Nullable String infix,
    List<String> categories,
    String description,
    boolean deterministic,
    boolean relation,
    boolean deprecated) {
  public BuiltinDescriptor {
    categories = List.copyOf(categories);
  }

  /** The number of arguments, the result not counted. */
  public int arity() {
    return type.args().size();
  }
}

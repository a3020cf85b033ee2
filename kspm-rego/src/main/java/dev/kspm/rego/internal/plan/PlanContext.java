package dev.kspm.rego.internal.plan;

import dev.kspm.rego.builtin.Builtin;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a body is planned against.
 *
 * @param tree packages and rules
 * @param builtins from a builtin's name to the builtin, {@code null} for unknown names
 * @param observed whether the plan says where bodies and expressions begin and end; it then also
 *     runs what follows a rule inside of it, as OPA does, which only observers can tell
 */
public record PlanContext(
    DocumentTree tree, Function<String, @Nullable Builtin> builtins, boolean observed) {
  public PlanContext(DocumentTree tree, Function<String, @Nullable Builtin> builtins) {
    this(tree, builtins, false);
  }

  /** The same for plans that are observed. */
  public PlanContext asObserved() {
    return new PlanContext(tree, builtins, true);
  }
}

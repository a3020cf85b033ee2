package dev.kspm.rego.internal.plan;

import dev.kspm.rego.builtin.Builtin;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a body is planned against.
 *
 * @param tree packages and rules
 * @param builtins from a builtin's name to the builtin, {@code null} for unknown names
 */
public record PlanContext(DocumentTree tree, Function<String, @Nullable Builtin> builtins) {}

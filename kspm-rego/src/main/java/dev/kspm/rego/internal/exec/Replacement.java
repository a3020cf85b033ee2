package dev.kspm.rego.internal.exec;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** What stands in for a function or builtin: a value, a function of the policy or a builtin. */
record Replacement(
    @Nullable Value value, @Nullable RuleRuntime function, @Nullable Builtin builtin) {}

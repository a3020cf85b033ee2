package dev.kspm.rule;

import dev.kspm.rego.value.Value;

/**
 * A setting of a rule, which reads it as {@code data.kspm.parameters.<name>}. Immutable.
 *
 * @param defaultValue what holds unless a scan says otherwise
 * @param description for people
 */
public record RuleParameter(Value defaultValue, String description) {}

package dev.kspm.rego.internal.plan;

/**
 * One link of a definition, ready to run: a block with room for its variables.
 *
 * @param params slots that hold the arguments or keys of the caller: 0 to {@code params - 1}
 * @param slots number of variables
 * @param accumulators number of comprehensions
 */
public record Procedure(String name, int params, int slots, int accumulators, Block block) {}

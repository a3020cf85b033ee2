/**
 * The plan: what is done at run time, decided beforehand.
 *
 * <p>A body becomes a {@link dev.kspm.rego.internal.plan.Block}: operations in order, each of which
 * fails, succeeds once, or succeeds many times (then the rest of the block is the body of its
 * loop). After the safety pass every variable has one binding occurrence on each way through a
 * body, so {@code =} is decided here: it binds, compares or takes apart; nothing is unified at run
 * time. What has at most one value is an {@link dev.kspm.rego.internal.plan.Expression}, a tree
 * without loops.
 *
 * <p>{@link dev.kspm.rego.internal.plan.DocumentNode} is the tree of packages and rules below
 * {@code data}; a {@link dev.kspm.rego.internal.plan.RuleSet} holds all definitions at a node and
 * is planned on demand, once for each number of leading keys that a caller knows.
 */
@NullMarked
package dev.kspm.rego.internal.plan;

import org.jspecify.annotations.NullMarked;

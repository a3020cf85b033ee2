/**
 * Execution: plans become code that runs in a session.
 *
 * <p>{@link dev.kspm.rego.internal.exec.Run} is a session's mutable side: budget, clock, read log,
 * and the {@link dev.kspm.rego.internal.exec.World} of the moment, which {@code with} changes.
 * Memos live in worlds. {@link dev.kspm.rego.internal.exec.RuleRuntime} evaluates a rule set: it
 * asks the index, runs the definitions' {@link dev.kspm.rego.internal.exec.Code} and merges what
 * they yield. An {@link dev.kspm.rego.internal.exec.Executor} turns a procedure into code; the one
 * here makes trees of nodes, each of which runs its successor once for each of its successes and
 * gives {@code true} when no more are wanted.
 */
@NullMarked
package dev.kspm.rego.internal.exec;

import org.jspecify.annotations.NullMarked;

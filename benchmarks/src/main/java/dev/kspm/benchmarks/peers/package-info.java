/**
 * Times other Rego engines beside ours on the same work; {@code benchmarks/run-peers} starts it.
 *
 * <p>A {@link dev.kspm.benchmarks.peers.Workload} is a policy, its data, a query and some inputs
 * that take turns. It is written to a folder, from which every engine, ours included, loads it in a
 * process of its own ({@link dev.kspm.benchmarks.peers.EngineProcess}). The processes answer first;
 * only when all answers are the same are they timed, one after the other in each round, so that
 * whatever else the machine does hits all of them alike.
 */
@NullMarked
package dev.kspm.benchmarks.peers;

import org.jspecify.annotations.NullMarked;

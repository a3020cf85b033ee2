/**
 * The one door: {@code Kspm.builder()} puts connectors and rules together, {@code scan()} evaluates
 * them.
 *
 * <p>One direction of flow: a connector gives a {@code ResourceSnapshot}, the evaluator makes
 * {@code Evaluation}s of it, a store turns those into {@code Finding}s with their history, and
 * scores and control states are computed from both.
 */
@NullMarked
@Value.Style(
    jdkOnly = true,
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true)
package dev.kspm;

import org.immutables.value.Value;
import org.jspecify.annotations.NullMarked;

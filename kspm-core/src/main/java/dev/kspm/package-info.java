/**
 * The one door: {@code Kspm.builder()} puts connectors and rules together, {@code scan()} evaluates
 * them.
 */
@NullMarked
package dev.kspm;

import org.jspecify.annotations.NullMarked;

/** Runs the {@code test_} rules of a policy and reports what they did. */
@NullMarked
package dev.kspm.rego.testing;

import org.jspecify.annotations.NullMarked;

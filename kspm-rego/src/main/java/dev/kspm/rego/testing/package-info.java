/**
 * Runs the {@code test_} rules of policies and reports what they did, as {@code opa test} does.
 *
 * <p>{@link dev.kspm.rego.testing.TestRunner} turns modules into {@link
 * dev.kspm.rego.testing.TestResult}s; the reports turn those into text.
 */
@NullMarked
package dev.kspm.rego.testing;

import org.jspecify.annotations.NullMarked;

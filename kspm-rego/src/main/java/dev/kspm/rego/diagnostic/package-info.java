/**
 * Where text comes from and what is wrong with it: source texts, spans, and diagnostics with OPA's
 * codes.
 */
@NullMarked
package dev.kspm.rego.diagnostic;

import org.jspecify.annotations.NullMarked;

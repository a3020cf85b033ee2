/**
 * Rego values: immutable, with OPA's total order, numeric equality and a cached hash. Undefined is
 * absence, never a value.
 */
@NullMarked
package dev.kspm.rego.value;

import org.jspecify.annotations.NullMarked;

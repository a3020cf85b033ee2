/**
 * Random well-typed Rego programs, and their comparison: of our plans with each other, and of our
 * answers with those of OPA.
 */
@NullMarked
package dev.kspm.rego.differential;

import org.jspecify.annotations.NullMarked;

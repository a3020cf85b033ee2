/**
 * Source texts, places in them, and what there is to say about them: diagnostics with OPA's codes,
 * and how they are shown to a program and to a person.
 */
@NullMarked
package dev.kspm.rego.diagnostic;

import org.jspecify.annotations.NullMarked;

/**
 * JSON text to values and back, with the rules and the error texts of Go's {@code encoding/json}.
 */
@NullMarked
package dev.kspm.rego.internal.json;

import org.jspecify.annotations.NullMarked;

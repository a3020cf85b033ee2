/**
 * OPA's builtins, one class for each of its categories.
 *
 * <p>{@link dev.kspm.rego.internal.builtins.Builtins} is the registry. A category's {@code define}
 * lists its builtins, each with its signature in the notation of OPA's messages and one sentence;
 * below it stand the functions. What several categories share has a class of its own.
 */
@NullMarked
package dev.kspm.rego.internal.builtins;

import org.jspecify.annotations.NullMarked;

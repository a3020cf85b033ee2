/**
 * Builtins: their descriptions, what they do, and how a host adds its own.
 *
 * <p>A {@link dev.kspm.rego.builtin.BuiltinDescriptor} is all that parser, compiler and type
 * checker need; a {@link dev.kspm.rego.builtin.Builtin} adds the function. A host's builtins come
 * from a {@link dev.kspm.rego.builtin.BuiltinProvider}.
 */
@NullMarked
package dev.kspm.rego.builtin;

import org.jspecify.annotations.NullMarked;

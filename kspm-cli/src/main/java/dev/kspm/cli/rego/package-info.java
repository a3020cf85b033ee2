/**
 * {@code kspm rego}: the engine from the command line, with the flags, outputs and exit codes of
 * {@code opa}.
 *
 * <p>{@link dev.kspm.cli.rego.RegoFiles} loads policies and data as opa does; a command evaluates
 * them; the outputs write the result.
 */
@NullMarked
package dev.kspm.cli.rego;

import org.jspecify.annotations.NullMarked;

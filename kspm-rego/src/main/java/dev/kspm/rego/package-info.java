/**
 * The only door to the engine: sources are compiled to a {@code CompiledPolicy}, queries are
 * prepared once and evaluated many times.
 */
@NullMarked
package dev.kspm.rego;

import org.jspecify.annotations.NullMarked;

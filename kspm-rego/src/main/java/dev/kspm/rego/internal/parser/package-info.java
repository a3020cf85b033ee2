/**
 * From text to syntax tree: scanner, parser for every version of the language, metadata
 * annotations.
 *
 * <p>The one door is {@link dev.kspm.rego.internal.parser.Parser}. Tokens are scanned once into
 * arrays; going back to try another reading is setting an index. What is wrong with a text is told
 * in OPA's words, at OPA's places and, where OPA tells several things, in the same number.
 */
@NullMarked
package dev.kspm.rego.internal.parser;

import org.jspecify.annotations.NullMarked;

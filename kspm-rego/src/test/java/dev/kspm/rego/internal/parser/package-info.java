/** Tests of the parser against OPA's corpora and our own. */
@NullMarked
package dev.kspm.rego.internal.parser;

import org.jspecify.annotations.NullMarked;

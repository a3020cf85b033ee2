/** What was found: the identity and the content of findings, and the store that keeps them. */
@NullMarked
package dev.kspm.finding;

import org.jspecify.annotations.NullMarked;

/** A finding store that lives as long as the program. */
@NullMarked
package dev.kspm.finding.memory;

import org.jspecify.annotations.NullMarked;

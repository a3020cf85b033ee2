/** The command line: arguments in, exit codes out. The work is done by the library. */
@NullMarked
package dev.kspm.cli;

import org.jspecify.annotations.NullMarked;

/** Reads files, folders, archives and standard input, and accounts for every byte of them. */
@NullMarked
package dev.kspm.connectors.snapshot;

import org.jspecify.annotations.NullMarked;

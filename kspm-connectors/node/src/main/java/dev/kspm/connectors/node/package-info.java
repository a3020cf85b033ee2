/**
 * Reads a host and makes the node document: processes, configuration, and files with their modes
 * and owners.
 */
@NullMarked
package dev.kspm.connectors.node;

import org.jspecify.annotations.NullMarked;

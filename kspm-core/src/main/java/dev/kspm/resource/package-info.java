/**
 * What is scanned: resources, snapshots of them, the holes where something could not be read, and
 * the connector interface.
 */
@NullMarked
package dev.kspm.resource;

import org.jspecify.annotations.NullMarked;

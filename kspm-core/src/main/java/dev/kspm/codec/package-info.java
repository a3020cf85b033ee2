/**
 * Text to structure, with places: what the readers of rules and frameworks share. The only package
 * of this module that may use Jackson's databind.
 */
@NullMarked
package dev.kspm.codec;

import org.jspecify.annotations.NullMarked;

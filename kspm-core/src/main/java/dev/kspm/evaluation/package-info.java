/** A rule meets a resource: the verdict, its evidence, and why it could not be decided. */
@NullMarked
package dev.kspm.evaluation;

import org.jspecify.annotations.NullMarked;

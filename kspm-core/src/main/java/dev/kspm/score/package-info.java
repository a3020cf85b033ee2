/** Pure functions from findings to scores, with coverage and bounds beside each score. */
@NullMarked
package dev.kspm.score;

import org.jspecify.annotations.NullMarked;

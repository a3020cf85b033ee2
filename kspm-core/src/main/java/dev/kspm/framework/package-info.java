/**
 * What a rule is good for: frameworks, their requirements and controls, and the state of a control.
 */
@NullMarked
package dev.kspm.framework;

import org.jspecify.annotations.NullMarked;

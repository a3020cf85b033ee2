/** What is checked: rules, their severities, and the packs that they come in. */
@NullMarked
package dev.kspm.rule;

import org.jspecify.annotations.NullMarked;

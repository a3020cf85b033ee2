/** The built-in rules and frameworks. They are data; this package only hands them over. */
@NullMarked
package dev.kspm.frameworks;

import org.jspecify.annotations.NullMarked;

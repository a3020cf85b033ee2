/** What a plugin implements: one interface of default methods. */
@NullMarked
package dev.kspm.spi;

import org.jspecify.annotations.NullMarked;

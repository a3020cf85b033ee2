/**
 * What every stage needs to know: capabilities, limits, and the exceptions that leave the engine.
 */
@NullMarked
package dev.kspm.rego.policy;

import org.jspecify.annotations.NullMarked;

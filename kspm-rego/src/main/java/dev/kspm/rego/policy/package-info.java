/**
 * What a host lays down for every stage of the engine: which builtins there are, how much an
 * evaluation may cost, how documents are read and written, and the one family of exceptions.
 */
@NullMarked
package dev.kspm.rego.policy;

import org.jspecify.annotations.NullMarked;

/**
 * Immutable Rego values: null, booleans, numbers, strings, arrays, objects and sets, with one total
 * order and equality by value.
 *
 * <p>Undefined is not a value: what is absent is {@code null} in Java and nowhere else. Numbers
 * that are equal are equal whatever their text ({@code 1}, {@code 1.0}, {@code 1e0}); objects may
 * have keys of any type. Every value is safe to share between threads, except those that {@link
 * dev.kspm.rego.value.ObservedValues} made for one session.
 */
@NullMarked
package dev.kspm.rego.value;

import org.jspecify.annotations.NullMarked;

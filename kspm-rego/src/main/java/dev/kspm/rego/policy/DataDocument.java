package dev.kspm.rego.policy;

import dev.kspm.rego.value.Value;

/**
 * One document of a text that may hold several. Immutable.
 *
 * <p>The stretches of a text's documents touch: together they are the whole text, so that every
 * byte belongs to one document.
 *
 * @param value what the document says
 * @param row row of its first character, from 1
 * @param column column of its first character, from 1
 * @param start bytes before its stretch
 * @param end bytes up to the end of its stretch
 */
public record DataDocument(Value value, int row, int column, long start, long end) {}

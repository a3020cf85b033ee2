package dev.kspm.resource;

import java.util.Comparator;

/**
 * A stretch of input that became no resource. Immutable and thread-safe.
 *
 * @param source the file, or the entry of an archive as {@code archive!entry}
 * @param position where in it: {@code line 3}, {@code document 2}, {@code items[7]}; empty for all
 *     of it
 * @param bytes its length
 * @param reason why, for people
 */
public record SkippedInput(String source, String position, long bytes, String reason)
    implements Comparable<SkippedInput> {
  @Override
  public int compareTo(SkippedInput other) {
    return Comparator.comparing(SkippedInput::source)
        .thenComparing(SkippedInput::position)
        .thenComparing(SkippedInput::reason)
        .thenComparing(SkippedInput::bytes)
        .compare(this, other);
  }
}
